import { attachToAppeal } from '#app/features/attachments/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { mustBeOpenToPerson } from './must-be-open.server.ts'
import type { AddInformation } from './resident-acts.schema.ts'

/**
 * Adds what the person who brought an appeal writes afterwards, with the files kept under the same key; once, however
 * often the same page is sent. Whoever is answering at that moment is made to look again.
 * Throws NotFound, ForbiddenError, InvalidInput where it adds nothing, Refusal where the appeal is closed.
 */
export function addInformation(ctx: TenantContext, id: string, input: AddInformation): Promise<void> {
  if (input.submissionKey === '') throw new NotFound('Draft')
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'addInformation', 'Appeal', appeal)
    // Asked before whether it is open: what was added in time stays added when its answer got lost on the way.
    if (await wasAdded(ctx, id, input.submissionKey)) return
    await mustBeOpenToPerson(ctx, 'addInformation', appeal)
    const now = ctx.clock.now()
    const informationId = newId()
    await ctx.db
      .insertInto('appealInformation')
      .values({ id: informationId, appealId: id, text: input.text, submissionKey: input.submissionKey, createdAt: now })
      .execute()
    const files = await attachToAppeal(ctx, input.submissionKey, id, informationId)
    if (input.text === '' && files === 0) throw new InvalidInput({ text: 'appeals:error.informationMissing' })
    await ctx.db
      .updateTable('appeal')
      .set({ version: appeal.version + 1, updatedAt: now })
      .where('id', '=', id)
      .execute()
    await record(ctx, {
      event: 'appeal.informationAdded',
      subjectKind: 'appeal',
      subjectId: id,
      fields: [...(input.text ? ['text'] : []), ...(files > 0 ? ['files'] : [])],
      refs: { informationId },
    })
  })
}

async function wasAdded({ db }: TenantContext, appealId: string, submissionKey: string): Promise<boolean> {
  const added = await db
    .selectFrom('appealInformation')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  return added !== undefined
}

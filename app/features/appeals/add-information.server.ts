import { attachToAppeal } from '#app/features/attachments/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { additionDraft, lockForAddition } from './addition-files.server.ts'
import type { AddInformation } from './resident-acts.schema.ts'

/**
 * Adds what the person who brought an appeal writes afterwards, with the files kept under the same key; once, however
 * often the same page is sent. Whoever is answering at that moment is made to look again.
 * Throws NotFound, ForbiddenError, InvalidInput where it adds nothing, Refusal where the appeal is closed.
 */
export function addInformation(ctx: TenantContext, id: string, input: AddInformation): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await lockForAddition(ctx, id, input.submissionKey)
    if (!appeal) return
    const now = ctx.clock.now()
    const { informationId, files } = await addInformationRow(
      ctx,
      id,
      input.text,
      additionDraft(id, input.submissionKey),
    )
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

/**
 * Writes down what a person brought after the appeal, with the files kept under `draftId`; the same key writes once. Belongs
 * in the transaction that records it, which has made sure that the person may.
 */
export async function addInformationRow(ctx: TenantContext, appealId: string, text: string, draftId: string) {
  const informationId = newId()
  await ctx.db
    .insertInto('appealInformation')
    .values({ id: informationId, appealId, text, submissionKey: draftId, createdAt: ctx.clock.now() })
    .execute()
  return { informationId, files: await attachToAppeal(ctx, draftId, appealId, { informationId }) }
}

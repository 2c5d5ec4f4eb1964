import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal } from './appeals.queries.server.ts'
import type { AddNote } from './appeals.schema.ts'
import { listColleagues } from './colleagues.queries.server.ts'

/**
 * Leaves a note for colleagues, never shown to the person who brought the appeal; one of them may be named, and is told
 * on the first page. Throws NotFound (for a colleague who cannot see the appeal too), ForbiddenError.
 */
export function addNote(ctx: TenantContext, id: string, input: AddNote): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id)
    authorize(ctx.ability, 'note', 'Appeal', appeal)
    if (!appealAllows('note', appeal)) throw new Refusal('appeals:error.notNow')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const { mention } = input
    if (mention && !(await listColleagues(ctx, appeal)).some(({ id }) => id === mention))
      throw new NotFound('StaffMember')
    const noteId = newId()
    const made = await ctx.db
      .insertInto('appealNote')
      .values({
        id: noteId,
        appealId: id,
        authorId: ctx.principal.id,
        kind: 'note',
        text: input.note,
        submissionKey: input.submissionKey,
        createdAt: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) return
    if (mention) await ctx.db.insertInto('noteMention').values({ noteId, staffId: mention, readAt: null }).execute()
    await record(ctx, {
      event: 'appeal.noteAdded',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['note'],
      refs: mention ? { noteId, mentionedId: mention } : { noteId },
    })
  })
}

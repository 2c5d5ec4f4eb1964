import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { ReturnAnswer } from './appeals.schema.ts'
import { moveShare, settleAppeal } from './settle-appeal.server.ts'
import { shareAllows } from './share.ts'
import { getShares, ownShareOf } from './shares.queries.server.ts'
import { getSubmittedDraft } from './submitted-draft.server.ts'

/**
 * Gives an answer back to who wrote it, with the reason as an internal note that names them.
 * Throws NotFound, ForbiddenError, Refusal where another was faster.
 */
export function returnAnswer(ctx: TenantContext, id: string, input: ReturnAnswer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'sign', 'Appeal', appeal)
    const shares = await getShares(ctx, id)
    const share = ownShareOf(ctx, shares)
    await mustBeFresh(ctx, appeal, input.version, { id: share.id, shares })
    if (!shareAllows('returnDraft', share)) throw new Refusal('appeals:error.notSignable')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const draft = await getSubmittedDraft(ctx, id, share.agencyId)
    const now = ctx.clock.now()
    const noteId = newId()
    await ctx.db
      .insertInto('appealNote')
      .values({
        id: noteId,
        appealId: id,
        authorId: ctx.principal.id,
        kind: 'returned',
        text: input.reason,
        submissionKey: noteId,
        createdAt: now,
      })
      .execute()
    if (draft.submittedBy !== ctx.principal.id)
      await ctx.db.insertInto('noteMention').values({ noteId, staffId: draft.submittedBy, readAt: null }).execute()
    await ctx.db
      .updateTable('answerDraft')
      .set({ submittedBy: null, submittedAt: null })
      .where('id', '=', draft.id)
      .execute()
    await moveShare(ctx, share, 'open')
    await settleAppeal(ctx, appeal)
    await record(ctx, {
      event: 'appeal.answerReturned',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status'],
      refs: { noteId, assignmentId: share.id },
    })
  })
}

import { mustPassGate } from '#app/features/letters/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { SubmitAnswer } from './appeals.schema.ts'
import { mustBeHeard } from './hearing-gate.server.ts'
import { saveDraft } from './save-draft.server.ts'
import { moveShare, settleAppeal } from './settle-appeal.server.ts'
import { answersPerson, shareAllows } from './share.ts'
import { getShares, ownShareOf } from './shares.queries.server.ts'

/**
 * Sends an answer to the head of the agency for signature; nobody writes in it until it comes back.
 * Throws NotFound, ForbiddenError, InvalidInput where the gate stops it, Refusal where another was faster or the appeal is
 * past it.
 */
export function submitAnswer(ctx: TenantContext, id: string, input: SubmitAnswer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'draft', 'Appeal', appeal)
    const shares = await getShares(ctx, id)
    const share = ownShareOf(ctx, shares)
    await mustBeFresh(ctx, appeal, input.version, { id: share.id, shares })
    if (!shareAllows('submit', share)) throw new Refusal('appeals:error.notAnswerable')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    // What a co-executor writes is for the lead, and no paper.
    if (answersPerson(share)) await mustPassGate(ctx, appeal, input.text, input.similar === 'yes')
    await mustBeHeard(ctx, appeal, share, input.outcome)
    const draft = await saveDraft(ctx, id, share.agencyId, input)
    const now = ctx.clock.now()
    await ctx.db
      .updateTable('answerDraft')
      .set({ submittedBy: ctx.principal.id, submittedAt: now })
      .where('id', '=', draft.id)
      .execute()
    await moveShare(ctx, share, 'awaitingSignature')
    await settleAppeal(ctx, appeal)
    await record(ctx, {
      event: 'appeal.answerSubmitted',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'outcome', 'text'],
      refs: { draftId: draft.id, assignmentId: share.id },
    })
  })
}

import { mustPassGate } from '#app/features/letters/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, getOwnShare, mustBeFresh } from './appeals.queries.server.ts'
import type { SubmitAnswer } from './appeals.schema.ts'
import { saveDraft } from './save-draft.server.ts'

/**
 * Sends an answer to the head of the agency for signature; nobody writes in it until it comes back.
 * Throws NotFound, ForbiddenError, InvalidInput where the gate stops it, Refusal where another was faster or the appeal is
 * past it.
 */
export function submitAnswer(ctx: TenantContext, id: string, input: SubmitAnswer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'draft', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('submitForSignature', appeal)) throw new Refusal('appeals:error.notAnswerable')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const share = await getOwnShare(ctx, id)
    await mustPassGate(ctx, appeal, input.text, input.similar === 'yes')
    const draft = await saveDraft(ctx, id, share.agencyId, input)
    const now = ctx.clock.now()
    await ctx.db
      .updateTable('answerDraft')
      .set({ submittedBy: ctx.principal.id, submittedAt: now })
      .where('id', '=', draft.id)
      .execute()
    await ctx.db
      .updateTable('appeal')
      .set({ status: 'awaitingSignature', version: appeal.version + 1, updatedAt: now })
      .where('id', '=', id)
      .execute()
    await record(ctx, {
      event: 'appeal.answerSubmitted',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'outcome', 'text'],
      refs: { draftId: draft.id, assignmentId: share.id },
    })
  })
}

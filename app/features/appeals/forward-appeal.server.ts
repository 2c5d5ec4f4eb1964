import { findForwardableAgency } from '#app/features/agencies/public.server.ts'
import { keepChoice } from '#app/features/routing/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { ForwardAppeal } from './appeals.schema.ts'
import { giveShare } from './give-share.server.ts'
import { settleAppeal, takeBackShares } from './settle-appeal.server.ts'
import { clocksNow } from './share-clocks.server.ts'
import { holdersOf, ofLastRound } from './share.ts'
import { getShares } from './shares.queries.server.ts'

/**
 * Forwards an appeal as a whole to the body that is competent and that the akimat cannot order: a territorial or non-state one.
 * Its own clock starts today; the person is told by mail, from the outbox (АППК). Late forwarding is not refused: the
 * appeal must still reach who can answer it.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or the appeal is past it.
 */
export function forwardAppeal(ctx: TenantContext, id: string, input: ForwardAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'forward', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('forward', appeal)) throw new Refusal('appeals:error.notForwardable')
    const agency = await findForwardableAgency(ctx, input.forwardTo)
    if (!agency) throw new NotFound('Agency')
    const shares = await getShares(ctx, id)
    if (holdersOf(ofLastRound(shares)).includes(agency.id)) throw new Refusal('appeals:error.assignedAlready')
    const clock = await clocksNow(ctx, appeal, shares)
    await takeBackShares(ctx, shares)
    const { files } = input
    const assignmentId = await giveShare(ctx, id, { body: agency, role: 'own', ...clock('own'), files })
    await settleAppeal(ctx, appeal)
    await keepChoice(ctx, id, input.suggested, [agency.id])
    await record(ctx, {
      event: 'appeal.forwarded',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'agencyIds', 'dueOn'],
      refs: { agencyId: agency.id, assignmentId },
      facts: { agency: agency.slug, level: agency.level },
    })
  })
}

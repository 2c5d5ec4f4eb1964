import { findAssignableAgency } from '#app/features/agencies/public.server.ts'
import { keepChoice } from '#app/features/routing/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { AssignAppeal } from './appeals.schema.ts'
import { giveShare } from './give-share.server.ts'
import { settleAppeal, takeBackShares } from './settle-appeal.server.ts'
import { clocksNow } from './share-clocks.server.ts'
import { holdersOf, ofLastRound } from './share.ts'
import { getShares } from './shares.queries.server.ts'

/**
 * Gives an appeal as a whole to an agency of the akimat, and takes it from all that still had it. Only local agencies: a territorial
 * or non-state body cannot be ordered, it is forwarded to (АППК). The term runs from the day of registration.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or the appeal is past it.
 */
export function assignAppeal(ctx: TenantContext, id: string, input: AssignAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'assign', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('assign', appeal)) throw new Refusal('appeals:error.notAssignable')
    const agency = await findAssignableAgency(ctx, input.agencyId)
    if (!agency) throw new NotFound('Agency')
    const shares = await getShares(ctx, id)
    if (holdersOf(ofLastRound(shares)).includes(agency.id)) throw new Refusal('appeals:error.assignedAlready')
    const clock = await clocksNow(ctx, appeal, shares)
    await takeBackShares(ctx, shares)
    const assignmentId = await giveShare(ctx, id, { body: agency, role: 'lead', ...clock('lead') })
    await settleAppeal(ctx, appeal)
    await keepChoice(ctx, id, input.suggested, [agency.id])
    await record(ctx, {
      event: 'appeal.assigned',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'agencyIds'],
      refs: { agencyId: agency.id, assignmentId },
      facts: { agency: agency.slug, level: agency.level },
    })
  })
}

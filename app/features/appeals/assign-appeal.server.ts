import { findAssignableAgency } from '#app/features/agencies/public.server.ts'
import { dueFrom, getTermBook } from '#app/features/calendars/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { AssignAppeal } from './appeals.schema.ts'
import { giveShare } from './give-share.server.ts'

/**
 * Gives an appeal to an agency of the akimat, and takes it from the one that had it. Only local agencies: a territorial
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
    if (appeal.agencyIds.includes(agency.id)) throw new Refusal('appeals:error.assignedAlready')
    // A body that it was forwarded to had a clock of its own, which ends with its share.
    const { dueOn, dueAt } =
      appeal.status === 'forwarded'
        ? dueFrom(await getTermBook(ctx), appeal.legalKind, appeal.registeredOn)
        : { dueOn: appeal.dueOn, dueAt: appeal.dueAt }
    const assignmentId = await giveShare(ctx, appeal, { agencyId: agency.id, kind: 'assigned', dueOn, dueAt })
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

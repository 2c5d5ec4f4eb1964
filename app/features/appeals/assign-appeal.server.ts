import { findAssignableAgency } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { AssignAppeal } from './appeals.schema.ts'

/**
 * Gives an appeal to an agency of the akimat, and takes it from the one that had it. Only local agencies: a territorial
 * or non-state body cannot be ordered, it is forwarded to (АППК).
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
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const now = ctx.clock.now()
    await ctx.db
      .updateTable('assignment')
      .set({ withdrawnAt: now })
      .where('appealId', '=', id)
      .where('withdrawnAt', 'is', null)
      .execute()
    await ctx.db
      .insertInto('assignment')
      .values({
        id: newId(),
        appealId: id,
        agencyId: agency.id,
        assignedBy: ctx.principal.id,
        assignedAt: now,
        dueOn: appeal.dueOn,
        dueAt: appeal.dueAt,
        answeredAt: null,
        withdrawnAt: null,
      })
      .execute()
    await ctx.db
      .updateTable('appeal')
      .set({ status: 'assigned', agencyIds: [agency.id], version: appeal.version + 1, updatedAt: now })
      .where('id', '=', id)
      .execute()
    await record(ctx, {
      event: 'appeal.assigned',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'agencyIds'],
      refs: { agencyId: agency.id },
      facts: { agency: agency.slug, level: agency.level },
    })
  })
}

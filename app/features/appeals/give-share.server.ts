import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import type { AppealRow } from './appeals.queries.server.ts'

interface Share {
  readonly agencyId: string
  readonly kind: 'assigned' | 'forwarded'
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly dueAt: Date
}

/**
 * Takes a locked appeal from whoever has it and gives it to one body, inside the caller's transaction. The appeal's own
 * clock is that of the body that has it. Returns the id of the assignment.
 */
export async function giveShare(ctx: TenantContext, appeal: AppealRow, share: Share): Promise<string> {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const now = ctx.clock.now()
  const assignmentId = newId()
  await ctx.db
    .updateTable('assignment')
    .set({ withdrawnAt: now })
    .where('appealId', '=', appeal.id)
    .where('withdrawnAt', 'is', null)
    .execute()
  await ctx.db
    .insertInto('assignment')
    .values({
      id: assignmentId,
      appealId: appeal.id,
      ...share,
      assignedBy: ctx.principal.id,
      assignedAt: now,
      answeredAt: null,
      withdrawnAt: null,
    })
    .execute()
  await ctx.db
    .updateTable('appeal')
    .set({
      status: share.kind,
      agencyIds: [share.agencyId],
      dueOn: share.dueOn,
      dueAt: share.dueAt,
      version: appeal.version + 1,
      updatedAt: now,
    })
    .where('id', '=', appeal.id)
    .execute()
  return assignmentId
}

import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { LaunchStep } from './launch.ts'

/** Notes that an administrator has looked at a step of the way to going live. Throws ForbiddenError. */
export function seeStep(ctx: TenantContext, step: LaunchStep): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Region')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const seen = { seenAt: ctx.clock.now(), seenBy: ctx.principal.id }
    await ctx.db
      .insertInto('launchStep')
      .values({ step, ...seen })
      .onConflict((conflict) => conflict.column('step').doUpdateSet(seen))
      .execute()
  })
}

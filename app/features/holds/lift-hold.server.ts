import { getAppeal } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { LiftHold } from './holds.schema.ts'

/** Ends a legal hold; its line stays. Throws NotFound, ForbiddenError, Refusal where somebody was faster. */
export function liftHold(ctx: TenantContext, appealId: string, { holdId, liftReason }: LiftHold): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'hold', 'Appeal', appeal)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const lifted = await ctx.db
      .updateTable('legalHold')
      .set({ liftReason, liftedBy: ctx.principal.id, liftedAt: ctx.clock.now() })
      .where('id', '=', holdId)
      .where('appealId', '=', appealId)
      .where('liftedAt', 'is', null)
      .executeTakeFirst()
    if (lifted.numUpdatedRows === 0n) throw new Refusal('holds:error.notHeld')
    await record(ctx, {
      event: 'appeal.holdLifted',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: ['liftReason'],
      refs: { holdId },
    })
  })
}

import { getAppeal } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { findOpenCure } from './request-cure.server.ts'

/**
 * Ends what was asked for where the appeal has ended without it: nothing of it may come back when the appeal is reopened. For a
 * job, as often as it likes.
 */
export function cancelCure(ctx: TenantContext, appealId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    const cure = await findOpenCure(ctx, appealId)
    if (!cure || appeal.closedAt === null) return
    await ctx.db
      .updateTable('cure')
      .set({ state: 'cancelled', settledAt: ctx.clock.now() })
      .where('id', '=', cure.id)
      .execute()
    await record(ctx, {
      event: 'appeal.cureSettled',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: ['state'],
      refs: { cureId: cure.id },
      facts: { outcome: 'cancelled' },
    })
  })
}

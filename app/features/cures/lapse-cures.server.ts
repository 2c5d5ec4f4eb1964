import { openTo } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** How many at once; the rest by the next round. */
const most = 200

/**
 * Notes of every request whose term is over that nothing was brought: once each, whatever was killed in between. What becomes
 * of the appeal then is a dispatcher's act, not a clock's. For the worker; how many it noted.
 */
export function lapseCures(ctx: TenantContext): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    const over = await ctx.db
      .selectFrom('cure')
      .select(['id', 'appealId', 'missing'])
      .where('state', '=', 'open')
      .where('dueAt', '<', now)
      .where('lapsedAt', 'is', null)
      // What was answered, withdrawn or merged meanwhile waits for nothing.
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('appeal')
            .select('appeal.id')
            .whereRef('appeal.id', '=', 'cure.appealId')
            .where('appeal.status', 'in', openTo.cure),
        ),
      )
      .orderBy('dueAt')
      .orderBy('id')
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id, appealId, missing } of over) {
      await ctx.db.updateTable('cure').set({ lapsedAt: now }).where('id', '=', id).execute()
      await record(ctx, {
        event: 'appeal.cureLapsed',
        subjectKind: 'appeal',
        subjectId: appealId,
        fields: missing,
        refs: { cureId: id },
      })
    }
    return over.length
  })
}

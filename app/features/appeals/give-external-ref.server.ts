import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import type { AppealRow } from './appeals.queries.server.ts'

/**
 * Gives a locked appeal the number that it has in the national system, inside the caller's transaction; one that it has
 * already is never replaced.
 */
export async function giveExternalRef(ctx: TenantContext, appeal: AppealRow, externalRef: string): Promise<void> {
  const given = await ctx.db
    .updateTable('appeal')
    .set({ externalRef, updatedAt: ctx.clock.now() })
    .where('id', '=', appeal.id)
    .where('externalRef', 'is', null)
    .executeTakeFirst()
  if (given.numUpdatedRows === 0n) return
  await record(ctx, {
    event: 'appeal.externalRefGiven',
    subjectKind: 'appeal',
    subjectId: appeal.id,
    fields: ['externalRef'],
  })
}

import type { TenantContext } from '#app/core/context.ts'
import { renewSettings } from '#app/core/memory.server.ts'

/** Sets when a working day without hours of its own ends, HH:MM, inside the caller's transaction. */
export async function changeDayEnd(ctx: TenantContext, dayEnd: string): Promise<void> {
  await ctx.db
    .updateTable('regionProfile')
    .set({ dayEnd, updatedAt: ctx.clock.now() })
    .where('id', '=', 'region')
    .execute()
  await renewSettings(ctx)
}

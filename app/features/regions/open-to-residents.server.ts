import type { TenantContext } from '#app/core/context.ts'
import { renewSettings } from '#app/core/memory.server.ts'

/** Lets residents bring appeals from now on, inside the caller's transaction; false where they may already. */
export async function openToResidents(ctx: TenantContext): Promise<boolean> {
  const opened = await ctx.db
    .updateTable('regionProfile')
    .set({ liveAt: ctx.clock.now() })
    .where('liveAt', 'is', null)
    .executeTakeFirst()
  if (opened.numUpdatedRows === 0n) return false
  await renewSettings(ctx)
  return true
}

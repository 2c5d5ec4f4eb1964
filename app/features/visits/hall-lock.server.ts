import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'

/**
 * Locks the queues of a hall until the transaction ends, and says that they have moved. First in every command that moves a
 * ticket or a desk: what is read afterwards stays true, so no two desks call one person.
 */
export async function lockHall({ db }: TenantContext, hallId: string): Promise<void> {
  await db
    .insertInto('hallState')
    .values({ hallId, revision: '1' })
    .onConflict((conflict) =>
      conflict.column('hallId').doUpdateSet((update) => ({ revision: update('hallState.revision', '+', '1') })),
    )
    .execute()
}

/** The region's day, YYYY-MM-DD, on its own wall clock. */
export async function today(ctx: TenantContext): Promise<string> {
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  return wallClockParts(ctx.clock.now(), timeZone).day
}

import type { PlatformContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { CountryChange } from './country-change-in-region.server.ts'

/** A change of the country's calendar, for the jobs that carry it into the regions; undefined where there is none. */
export function findCountryChange(
  ctx: PlatformContext,
  id: string,
): Promise<(CountryChange & { readonly state: string }) | undefined> {
  return inTransaction(ctx, ({ db }) =>
    db
      .selectFrom('calendarChange')
      .select(['id', 'lines', 'source', 'madeAt', 'state'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )
}

/** Notes how many appeals of a region a change would move. */
export function noteCounts(
  ctx: PlatformContext,
  changeId: string,
  region: string,
  { open, later, earlier }: { readonly open: number; readonly later: number; readonly earlier: number },
): Promise<void> {
  return inTransaction(ctx, async ({ db, clock }) => {
    const counts = { openAppeals: open, later, earlier, countedAt: clock.now() }
    await db
      .insertInto('calendarCount')
      .values({ changeId, region, ...counts, appliedAt: null })
      .onConflict((conflict) => conflict.columns(['changeId', 'region']).doUpdateSet(counts))
      .execute()
  })
}

/** Notes that a region counts by a change now. */
export function noteApplied(ctx: PlatformContext, changeId: string, region: string): Promise<void> {
  return inTransaction(ctx, async ({ db, clock }) => {
    const appliedAt = clock.now()
    await db
      .insertInto('calendarCount')
      .values({ changeId, region, openAppeals: 0, later: 0, earlier: 0, countedAt: appliedAt, appliedAt })
      .onConflict((conflict) => conflict.columns(['changeId', 'region']).doUpdateSet({ appliedAt }))
      .execute()
  })
}

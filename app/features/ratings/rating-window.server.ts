import { daysAfter } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'

/** The last day on which an answered appeal may be rated, the day of the answer not counted, and whether it still may be. */
export async function ratingWindow(ctx: TenantContext, closedAt: Date): Promise<{ lastDay: string; open: boolean }> {
  const { ratingDays, timeZone } = await ctx.db
    .selectFrom('regionProfile')
    .select(['ratingDays', 'timeZone'])
    .executeTakeFirstOrThrow()
  const dayOf = (at: Date) => wallClockParts(at, timeZone).day
  const lastDay = daysAfter(dayOf(closedAt), ratingDays)
  return { lastDay, open: dayOf(ctx.clock.now()) <= lastDay }
}

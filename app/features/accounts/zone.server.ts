import type { AnyContext } from '#app/core/context.ts'
import { countryZone } from './account.ts'

/** The time zone in which a letter tells a moment: the region's, or the country's on the platform. */
export async function zoneOf(ctx: AnyContext): Promise<string> {
  if (ctx.world !== 'tenant') return countryZone
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  return timeZone
}

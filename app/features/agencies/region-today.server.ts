import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'

/** The day it is on the region's wall clock, YYYY-MM-DD: a new name begins with it. */
export async function regionToday({ db, clock }: TenantContext): Promise<string> {
  const { timeZone } = await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  return wallClockParts(clock.now(), timeZone).day
}

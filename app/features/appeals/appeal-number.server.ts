import { getRegion } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { formatNumber } from './appeal.ts'

/** The first part of every number of the region. */
export async function getNumberPrefix({ db }: TenantContext): Promise<string> {
  const profile = await db.selectFrom('regionProfile').select('numberPrefix').executeTakeFirstOrThrow()
  return profile.numberPrefix
}

/** A number as the region's receipts show it today, for who looks for theirs. */
export async function exampleNumber(ctx: TenantContext): Promise<string> {
  const { timeZone } = await getRegion(ctx)
  const year = Number(wallClockParts(ctx.clock.now(), timeZone).day.slice(0, 4))
  return formatNumber(await getNumberPrefix(ctx), year, 123)
}

/**
 * Gives the appeal its public number. The counter row is the last lock before the commit: taken first, every other
 * submission of the region would wait for the whole of this one.
 */
export async function takeNumber(
  { db }: TenantContext,
  appealId: string,
  prefix: string,
  registeredOn: string,
): Promise<void> {
  const year = Number(registeredOn.slice(0, 4))
  const counter = await db
    .insertInto('appealCounter')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((update) => ({ last: update('appealCounter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const number = formatNumber(prefix, year, counter.last)
  await db.updateTable('appeal').set({ number }).where('id', '=', appealId).execute()
}

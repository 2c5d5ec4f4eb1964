import { uuidv7 } from 'uuidv7'
import type { ControlDb } from '#db/connect.ts'
import type { CalendarLines } from '#db/schema/calendar.ts'
import { loadCalendar } from './packs/load.ts'

/** The ground of days that came with the product. */
const shippedSource = 'Published by decree, as shipped with the product'

/**
 * Loads the country's days where there are none, and proposes the years that came with a newer product as drafts: what
 * people of the platform have changed is overwritten by nobody, and new holidays may move appeals.
 */
export async function loadCountryCalendar(db: ControlDb, now: Date): Promise<void> {
  const shipped = await loadCalendar()
  const known = await db.selectFrom('calendarDay').select('day').execute()
  if (known.length === 0) {
    await db
      .insertInto('calendarDay')
      .values(shipped.map((day) => ({ ...day, nameKk: null, nameRu: null, nameEn: null, source: shippedSource })))
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute()
    return
  }
  const years = new Set(known.map(({ day }) => day.slice(0, 4)))
  const proposed = Map.groupBy(shipped, ({ day }) => day.slice(0, 4))
  for (const [year, days] of proposed) {
    if (years.has(year)) continue
    const lines: CalendarLines = { days: days.map((day) => ({ ...day, names: null })), hours: null }
    await db
      .insertInto('calendarChange')
      .values({
        id: uuidv7(),
        submissionKey: `shipped-${year}`,
        state: 'draft',
        lines: JSON.stringify(lines),
        former: null,
        source: shippedSource,
        madeBy: null,
        madeAt: now,
        appliedBy: null,
        appliedAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .execute()
  }
}

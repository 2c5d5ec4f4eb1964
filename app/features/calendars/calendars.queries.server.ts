import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { addWorkingDays, type Day, type DecreedDay } from './calendar.ts'
import { dueAfter } from './share-terms.ts'
import { bookOf, inForce, type CalendarLayers, type TermBook } from './term-book.ts'

/** The region's own calendar, hours and terms. */
export async function getTermBook(ctx: TenantContext): Promise<TermBook> {
  const { db } = ctx
  const layers = await getLayers(ctx)
  const terms = await db.selectFrom('term').select(['legalKind', 'workingDays', 'appliesFrom']).execute()
  const { innerDays, week, ...hours } = await db
    .selectFrom('regionProfile')
    .innerJoin('workingWeek', (join) => join.onTrue())
    .select(['timeZone', 'dayEnd', 'workingWeek.hours as week', 'innerDays'])
    .executeTakeFirstOrThrow()
  return bookOf({ layers, hours: { ...hours, week }, terms, innerDays })
}

/** A row of days as the calendar counts it. */
export const asDecreed = (row: {
  readonly day: Day
  readonly kind: DecreedDay['kind']
  readonly name?: string | null
  readonly nameKk: string | null
  readonly nameRu: string | null
  readonly nameEn: string | null
}): DecreedDay => ({
  day: row.day,
  kind: row.kind,
  name: row.name ?? null,
  names: row.nameKk === null ? null : { kk: row.nameKk, ru: row.nameRu ?? '', en: row.nameEn ?? '' },
})

/** The country's days as this region has them, and its own. */
export async function getLayers({ db }: TenantContext): Promise<CalendarLayers> {
  const country = await db.selectFrom('calendarDay').selectAll().orderBy('day').execute()
  const own = await db.selectFrom('ownDay').selectAll().orderBy('day').execute()
  return { country: country.map(asDecreed), own: own.map((day) => ({ ...asDecreed(day), own: true })) }
}

/** The present moment on the region's wall clock. */
export interface Present {
  readonly day: Day
  /** HH:MM */
  readonly time: string
  /** What a decree makes of the day; undefined where none speaks of it. */
  readonly decreed: 'working' | 'nonWorking' | undefined
}

/** What the region's clock and calendar show now. */
export async function getPresent({ db, clock }: TenantContext): Promise<Present> {
  const { timeZone } = await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const { day, time } = wallClockParts(clock.now(), timeZone)
  const own = await db.selectFrom('ownDay').select('kind').where('day', '=', day).executeTakeFirst()
  const decree = own ?? (await db.selectFrom('calendarDay').select('kind').where('day', '=', day).executeTakeFirst())
  return { day, time, decreed: decree?.kind }
}

/** The last day on which an appeal registered on `day` may be forwarded to the body that is competent. */
export async function getForwardDay({ db }: TenantContext, book: TermBook, day: Day): Promise<Day> {
  const terms = await db.selectFrom('forwardTerm').select(['workingDays', 'appliesFrom']).execute()
  return addWorkingDays(book.calendar, day, inForce(terms, day, 'forwarding').workingDays)
}

/** Until when a person may bring what an appeal lacks who is asked for it on `day`. */
export async function getCureDue({ db }: TenantContext, book: TermBook, day: Day) {
  const terms = await db.selectFrom('cureTerm').select(['workingDays', 'appliesFrom']).execute()
  return dueAfter(book, day, inForce(terms, day, 'cure').workingDays)
}

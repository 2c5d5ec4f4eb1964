import type { CalendarLines, DayLine, HoursLine } from '#db/schema/calendar.ts'
import { weekdays, type Day, type DecreedDay } from './calendar.ts'
import { bookOf, type TermBook } from './term-book.ts'

/** A layer of days after a change, in order. */
export function layerAfter(layer: readonly DecreedDay[], lines: readonly DayLine[]): DecreedDay[] {
  const days = new Map(layer.map((day) => [day.day, day]))
  for (const { kind, ...line } of lines) {
    if (kind) days.set(line.day, { ...line, kind })
    else days.delete(line.day)
  }
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** What puts a layer back as it is now, after `lines` have changed it. */
export function formerDays(layer: readonly DecreedDay[], lines: readonly DayLine[]): DayLine[] {
  const stands = new Map(layer.map((day) => [day.day, day]))
  return lines.map(({ day }) => {
    const former = stands.get(day)
    return { day, kind: former?.kind ?? null, name: former?.name ?? null, names: former?.names ?? null }
  })
}

/** Lines with others after them; what is said of a day last is what stands. */
export function linesWith(lines: readonly DayLine[], more: readonly DayLine[]): DayLine[] {
  const days = new Map([...lines, ...more].map((line) => [line.day, line]))
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** The day is again what lies below it. */
export const dayRemoved = (day: Day): DayLine => ({ day, kind: null, name: null, names: null })

/** What a day was becomes another one; it is again what lies below it itself. */
export const dayMoved = ({ day, kind, name, names = null }: DecreedDay, to: Day): DayLine[] => [
  dayRemoved(day),
  { day: to, kind, name, names },
]

/** Whose calendar a change is of: the region's own, or the country's. */
export type Origin = 'region' | 'country'

/** The book that a region would count by after a change. */
export function bookAfter(book: TermBook, origin: Origin, { days, hours }: CalendarLines): TermBook {
  const { country, own } = book.layers
  return bookOf({
    ...book,
    layers:
      origin === 'country' ? { country: layerAfter(country, days), own } : { country, own: layerAfter(own, days) },
    ...(hours ? { hours: { ...book.hours, week: hours.week, dayEnd: hours.dayEnd }, innerDays: hours.innerDays } : {}),
  })
}

/** What puts a book back as it is now, after a change. */
export function formerOf(book: TermBook, origin: Origin, lines: CalendarLines): CalendarLines {
  const layer = origin === 'country' ? book.layers.country : book.layers.own
  return { days: formerDays(layer, lines.days), hours: lines.hours && hoursOf(book) }
}

/** The hours of a book as a change has them. */
export const hoursOf = ({ hours: { week, dayEnd }, innerDays }: TermBook): HoursLine => ({ week, dayEnd, innerDays })

/** Whether two weeks have the same hours on every day. */
export const isSameHours = (one: HoursLine, other: HoursLine): boolean =>
  one.dayEnd === other.dayEnd &&
  one.innerDays === other.innerDays &&
  weekdays.every((day) => JSON.stringify(one.week[day] ?? null) === JSON.stringify(other.week[day] ?? null))

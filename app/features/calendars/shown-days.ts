import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { weekdayOf, type DecreedDay, type Weekday } from './calendar.ts'
import { dayName } from './day-name.ts'

/** A day that differs from "Monday to Friday", ready to be read. */
export interface ShownDay {
  /** YYYY-MM-DD */
  readonly iso: string
  /** dd.MM.yyyy */
  readonly day: string
  readonly weekday: Weekday
  readonly kind: 'nonWorking' | 'working'
  readonly name: string
  readonly own: boolean
}

/** Days of a year, or all of them, in the asker's language. */
export const shownDays = (
  { t, locale }: Pick<TenantContext, 't' | 'locale'>,
  days: readonly DecreedDay[],
  year = '',
): ShownDay[] =>
  days
    .filter(({ day }) => day.startsWith(year))
    .map((day) => ({
      iso: day.day,
      day: formatDay(day.day),
      weekday: weekdayOf(day.day),
      kind: day.kind,
      name: dayName(t, locale, day),
      own: day.own ?? false,
    }))

/** The years that a calendar speaks of, and the one that is shown: the wished one, else the present one. */
export function yearsOf(
  days: readonly { readonly day: string }[],
  now: Date,
  wished: string | null,
): { readonly years: readonly string[]; readonly year: string } {
  const present = wallClockParts(now, 'Asia/Almaty').day.slice(0, 4)
  const years = [...new Set([present, ...days.map(({ day }) => day.slice(0, 4))])].toSorted()
  return { years, year: years.find((year) => year === wished) ?? present }
}

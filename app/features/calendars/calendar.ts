import { momentOf, wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { WorkingWeek } from '#db/schema/vocabulary.ts'

/** A calendar date, YYYY-MM-DD, without time or zone. */
export type Day = string

/** ISO weekday: 1 is Monday. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export type Weekday = (typeof weekdays)[number]

/** Where, when and until when a region works. Hours never make a day worked or free: only the calendar does. */
export interface WorkingHours {
  /** IANA name. All Kazakhstan is UTC+5 without daylight saving. */
  readonly timeZone: string
  /** End of a working day that has no hours of its own, HH:MM on the wall clock. */
  readonly dayEnd: string
  /** Intervals of work; the gap between two is lunch. */
  readonly week: WorkingWeek
}

/** The days that differ from "Monday to Friday". */
export interface WorkingCalendar {
  isWorking(day: Day): boolean
}

/** What somebody has decreed of one day. */
export interface DecreedDay {
  readonly day: Day
  readonly kind: 'nonWorking' | 'working'
  /** A word that the product has a text for; null where `names` say it, or nobody does. */
  readonly name: string | null
  readonly names?: ThreeNames | null
  /** The region's own day, not the country's. */
  readonly own?: boolean
}

export type ThreeNames = Readonly<Record<'kk' | 'ru' | 'en', string>>

const dayMilliseconds = 86_400_000

/** The country's days with the region's own laid over them, in order. */
export function overlaid(country: readonly DecreedDay[], own: readonly DecreedDay[]): DecreedDay[] {
  const days = new Map(country.map((day) => [day.day, day]))
  for (const day of own) days.set(day.day, { ...day, own: true })
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day))
}

export const weekdayOf = (day: Day): Weekday => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '1'

const isWeekend = (day: Day): boolean => ['6', '7'].includes(weekdayOf(day))

/**
 * A calendar from decreed days: holidays, days off and substitutes are `nonWorking`, worked weekends `working`.
 * In a year nobody has published yet only weekends are free: intake may not wait for a decree.
 */
export function workingCalendar(days: readonly Pick<DecreedDay, 'day' | 'kind'>[]): WorkingCalendar {
  const decreed = new Map(days.map(({ day, kind }) => [day, kind]))
  return {
    isWorking: (day) => {
      const kind = decreed.get(day)
      return kind ? kind === 'working' : !isWeekend(day)
    },
  }
}

const shifted = (day: Day, by: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMilliseconds).toISOString().slice(0, 10)

export const nextDay = (day: Day): Day => shifted(day, 1)
export const dayBefore = (day: Day): Day => shifted(day, -1)
/** So many days of the calendar later, worked or not. */
export const daysAfter = (day: Day, count: number): Day => shifted(day, count)

/**
 * The day a term of `count` working days ends that starts on `from`. Day 1 is the first working day after `from`.
 * Source: Administrative Procedural and Process-Related Code (АППК), counting of terms.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Day {
  return step(calendar, from, count, nextDay)
}

/** The working day that lies `count` working days before `day`. */
export function workingDaysBefore(calendar: WorkingCalendar, day: Day, count: number): Day {
  return step(calendar, day, count, dayBefore)
}

function step(calendar: WorkingCalendar, from: Day, count: number, next: (day: Day) => Day): Day {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`A term has at least one day, not ${count}`)
  let day = from
  for (let left = count; left > 0; ) {
    day = next(day)
    if (calendar.isWorking(day)) left -= 1
  }
  return day
}

/** `day` itself where it is worked, else the next working day. */
export const workingDayFrom = (calendar: WorkingCalendar, day: Day): Day =>
  calendar.isWorking(day) ? day : addWorkingDays(calendar, day, 1)

/** End of work on `day`, HH:MM: of its last interval, else the region's end of the working day. */
export const endOfWork = ({ week, dayEnd }: WorkingHours, day: Day): string =>
  week[weekdayOf(day)]?.at(-1)?.[1] ?? dayEnd

/** Why an appeal counts as registered on its day. */
export type StartRule = 'received' | 'afterHours' | 'freeDay'

/**
 * The day an appeal is registered that came at `receivedAt`: that day, or after the end of the working day and on
 * non-working days the next working day. What comes over lunch has come that day. Source: АППК, registration of appeals.
 */
export function registration(
  calendar: WorkingCalendar,
  receivedAt: Date,
  hours: WorkingHours,
): { readonly day: Day; readonly rule: StartRule } {
  const { day, time } = wallClockParts(receivedAt, hours.timeZone)
  if (!calendar.isWorking(day)) return { day: addWorkingDays(calendar, day, 1), rule: 'freeDay' }
  if (time <= endOfWork(hours, day)) return { day, rule: 'received' }
  return { day: addWorkingDays(calendar, day, 1), rule: 'afterHours' }
}

/** The moment a term ends that ends on `day`: the close of that working day. */
export function closeOf(day: Day, hours: WorkingHours): Date {
  return momentOf(day, endOfWork(hours, day), hours.timeZone)
}

/** How many days lie between two dates; negative where `to` comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds)

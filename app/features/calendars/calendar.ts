import { momentOf, wallClockParts } from '#app/core/i18n/wall-clock.ts'

/** A calendar date, YYYY-MM-DD, without time or zone. */
export type Day = string

/** Where and until when a region works. */
export interface WorkingHours {
  /** IANA name. All Kazakhstan is UTC+5 without daylight saving. */
  readonly timeZone: string
  /** End of the working day on the wall clock, HH:MM. */
  readonly dayEnd: string
}

/** The days that differ from "Monday to Friday". */
export interface WorkingCalendar {
  isWorking(day: Day): boolean
}

const dayMilliseconds = 86_400_000

/**
 * A calendar from published days: holidays, days off and substitutes are `nonWorking`, worked weekends `working`.
 * In a year nobody has published yet only weekends are free: intake may not wait for a decree.
 */
export function workingCalendar(days: readonly { day: Day; kind: 'nonWorking' | 'working' }[]): WorkingCalendar {
  const decreed = new Map(days.map(({ day, kind }) => [day, kind]))
  return {
    isWorking: (day) => {
      const kind = decreed.get(day)
      if (kind) return kind === 'working'
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      return weekday !== 0 && weekday !== 6
    },
  }
}

export const nextDay = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMilliseconds).toISOString().slice(0, 10)

/**
 * The day a term of `count` working days ends that starts on `from`. Day 1 is the first working day after `from`.
 * Source: Administrative Procedural and Process-Related Code (АППК), counting of terms.
 *
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Day {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`A term has at least one day, not ${count}`)
  let day = from
  for (let left = count; left > 0; ) {
    day = nextDay(day)
    if (calendar.isWorking(day)) left -= 1
  }
  return day
}

/**
 * The day an appeal is registered that came at `receivedAt`: that day, or after the end of the working day and on
 * non-working days the next working day. Source: АППК, registration of appeals.
 */
export function registrationDay(calendar: WorkingCalendar, receivedAt: Date, hours: WorkingHours): Day {
  const { day, time } = wallClockParts(receivedAt, hours.timeZone)
  if (calendar.isWorking(day) && time <= hours.dayEnd) return day
  return addWorkingDays(calendar, day, 1)
}

/** The moment a term ends that ends on `day`: the close of that working day. */
export function closeOf(day: Day, hours: WorkingHours): Date {
  return momentOf(day, hours.dayEnd, hours.timeZone)
}

/** How many days lie between two dates; negative where `to` comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds)

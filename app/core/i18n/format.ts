import { wallClockParts } from './wall-clock.ts'

/** YYYY-MM-DD as dd.MM.yyyy, the same in all three languages (`Intl` gives kk two-digit years and en the US order). */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}.${month}.${year}`
}

/** A moment as dd.MM.yyyy HH:MM on the wall clock of `timeZone`. */
export function formatMoment(at: Date | string, timeZone: string): string {
  const { day, time } = wallClockParts(new Date(at), timeZone)
  return `${formatDay(day)} ${time}`
}

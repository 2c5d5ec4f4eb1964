import { addWorkingDays, closeOf, nextDay, type Day, type WorkingCalendar, type WorkingHours } from './calendar.ts'

interface Counting {
  readonly calendar: WorkingCalendar
  readonly hours: WorkingHours
}

/** When something must be done that has `count` working days from `from`. */
export function dueAfter({ calendar, hours }: Counting, from: Day, count: number): { dueOn: Day; dueAt: Date } {
  const dueOn = addWorkingDays(calendar, from, count)
  return { dueOn, dueAt: closeOf(dueOn, hours) }
}

/** How many working days lie after `from` and up to `to`; none where `to` comes first. */
export function workingDaysUntil(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (calendar.isWorking(day)) count += 1
  return count
}

import { addWorkingDays, closeOf, nextDay, type Day, type WorkingCalendar, type WorkingHours } from './calendar.ts'

/** Working days that a lead keeps for itself after its co-executors have answered. */
const leadKeeps = 3

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

/**
 * By when a co-executor answers its lead: three working days before the lead's own term, but not before the first working
 * day after `givenOn`; where even that is the lead's last day or later, on it.
 */
export function innerDue({ calendar, hours }: Counting, givenOn: Day, leadDueOn: Day): { dueOn: Day; dueAt: Date } {
  const left = workingDaysUntil(calendar, givenOn, leadDueOn)
  const dueOn = left <= 1 ? leadDueOn : addWorkingDays(calendar, givenOn, Math.max(1, left - leadKeeps))
  return { dueOn, dueAt: closeOf(dueOn, hours) }
}

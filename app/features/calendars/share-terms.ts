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

/**
 * Where a decision that had `count` working days from `from`, and stands where `before` puts it, goes by `after`; undefined
 * where it stays: the change does not touch it, has moved it already, or it was counted by another number of days.
 */
export function dueMoved(
  [before, after]: readonly [Counting, Counting],
  { from, count, stands }: { readonly from: Day; readonly count: number; readonly stands: Date },
): { dueOn: Day; dueAt: Date } | undefined {
  const [was, will] = [dueAfter(before, from, count), dueAfter(after, from, count)]
  const isTouched = was.dueAt.getTime() === stands.getTime() && will.dueAt.getTime() !== stands.getTime()
  return isTouched ? will : undefined
}

/** How many working days lie after `from` and up to `to`; none where `to` comes first. */
export function workingDaysUntil(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (calendar.isWorking(day)) count += 1
  return count
}

import { nextDay, workingCalendar, type Day } from './calendar.ts'

/** A day that differs from "Monday to Friday", with what it is called. */
export interface DecreedDay {
  readonly day: Day
  readonly kind: 'nonWorking' | 'working'
  readonly name: string | null
}

/** How a term was counted, so that anybody can count it again. */
export interface Derivation {
  readonly registeredOn: Day
  /** Day 1: the first working day after the registration. */
  readonly firstDay: Day
  /** The last one, on which the term ends. */
  readonly lastDay: Day
  readonly workingDays: number
  /** How many Saturdays and Sundays were left out that nobody has decreed anything about. */
  readonly weekendDays: number
  /** Holidays, days off and substitutes that were left out. */
  readonly holidays: readonly DecreedDay[]
  /** Worked Saturdays and Sundays that were counted. */
  readonly workedWeekends: readonly DecreedDay[]
}

/**
 * Counts a term of `workingDays` from the day of registration as `addWorkingDays` does, and notes what every day was.
 * Source: АППК, counting of terms.
 */
export function derivationOf(days: readonly DecreedDay[], registeredOn: Day, workingDays: number): Derivation {
  if (!Number.isInteger(workingDays) || workingDays < 1)
    throw new RangeError(`A term has at least one day, not ${workingDays}`)
  const calendar = workingCalendar(days)
  const decreed = new Map(days.map((day) => [day.day, day]))
  const holidays: DecreedDay[] = []
  const workedWeekends: DecreedDay[] = []
  let weekendDays = 0
  let firstDay: Day | undefined
  let day = registeredOn
  for (let left = workingDays; left > 0; ) {
    day = nextDay(day)
    const special = decreed.get(day)
    if (calendar.isWorking(day)) {
      firstDay ??= day
      left -= 1
      if (special) workedWeekends.push(special)
    } else if (special) holidays.push(special)
    else weekendDays += 1
  }
  return {
    registeredOn,
    firstDay: firstDay ?? day,
    lastDay: day,
    workingDays,
    weekendDays,
    holidays,
    workedWeekends,
  }
}

import {
  addWorkingDays,
  dayBefore,
  nextDay,
  workingCalendar,
  workingDayFrom,
  workingDaysBefore,
  type Day,
  type DecreedDay,
  type StartRule,
  type WorkingCalendar,
} from './calendar.ts'

/**
 * One reason why a clock ends when it ends. A clock is a list of them, in the order in which they came: counted again by
 * a changed calendar they give the changed date.
 */
export type ClockStep =
  /** Where counting starts; the day itself is not counted. */
  | { readonly kind: 'start'; readonly rule: StartRule | 'forwarded' | 'reopened'; readonly day: Day }
  /** The term in force on the day the clock started. */
  | { readonly kind: 'term'; readonly workingDays: number; readonly appliesFrom: Day }
  /** A co-executor ends so many working days before the main clock, though not before a first working day after `notBefore`. */
  | { readonly kind: 'inner'; readonly workingDays: number; readonly notBefore: Day }
  /** By an act: the clock stands from `from` to the day before `until`, and goes on with what was left. */
  | { readonly kind: 'suspension'; readonly from: Day; readonly until: Day; readonly ground: string }
  /** By an act: until this day, or the next one that is worked. */
  | { readonly kind: 'extension'; readonly until: Day; readonly ground: string }

/** A day that was not counted, and why. */
export interface SkippedDay {
  readonly day: Day
  readonly why: 'weekend' | 'decreed' | 'suspended'
  /** What was decreed of it. */
  readonly decreed?: DecreedDay
}

/** A step with where the clock ends after it, and what was left out in counting it. */
export interface CountedStep {
  readonly step: ClockStep
  readonly endsOn: Day
  /** Of a term: day 1, the first working day after where the clock stood. */
  readonly firstDay?: Day
  readonly skipped: readonly SkippedDay[]
  /** Worked Saturdays and Sundays that were counted. */
  readonly worked: readonly DecreedDay[]
}

/**
 * Counts a clock: where it ends after each step, each day left out with its reason. The first step is its start.
 * Source: АППК, counting of terms, extension and suspension.
 */
export function countClock(days: readonly DecreedDay[], steps: readonly ClockStep[]): CountedStep[] {
  const calendar = workingCalendar(days)
  const decreed = new Map(days.map((day) => [day.day, day]))
  const counted: CountedStep[] = []
  let end: Day | undefined
  for (const step of steps) {
    const before = end
    end = endAfter(calendar, before, step)
    const firstDay = step.kind === 'term' && before ? { firstDay: addWorkingDays(calendar, before, 1) } : {}
    counted.push({ step, endsOn: end, ...firstDay, ...daysBetweenSteps(calendar, decreed, step, before, end) })
  }
  return counted
}

/** The day a clock ends. Throws RangeError for one without a start. */
export function endOfClock(calendar: WorkingCalendar, steps: readonly ClockStep[]): Day {
  const end = steps.reduce<Day | undefined>((end, step) => endAfter(calendar, end, step), undefined)
  if (end === undefined) throw new RangeError('A clock starts somewhere')
  return end
}

function endAfter(calendar: WorkingCalendar, end: Day | undefined, step: ClockStep): Day {
  if (step.kind === 'start') return step.day
  if (end === undefined) throw new RangeError('A clock starts somewhere')
  switch (step.kind) {
    case 'term':
      return addWorkingDays(calendar, end, step.workingDays)
    case 'inner':
      return innerEnd(calendar, end, step)
    case 'suspension':
      return resumedEnd(calendar, end, step)
    case 'extension':
      return later(end, workingDayFrom(calendar, step.until))
  }
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)

/** Before the main end where there is room for a working day at all, and never after it. */
function innerEnd(
  calendar: WorkingCalendar,
  main: Day,
  { workingDays, notBefore }: ClockStep & { kind: 'inner' },
): Day {
  const first = addWorkingDays(calendar, notBefore, 1)
  const inner = later(workingDaysBefore(calendar, main, workingDays), first)
  return inner < main ? inner : main
}

function resumedEnd(calendar: WorkingCalendar, end: Day, { from, until }: ClockStep & { kind: 'suspension' }): Day {
  let left = 0
  for (let day = from; day <= end; day = nextDay(day)) if (calendar.isWorking(day)) left += 1
  return left === 0 || until <= from ? end : addWorkingDays(calendar, dayBefore(until), left)
}

/** What lies between two ends and was not counted; of an inner clock nothing is, since it is counted back. */
function daysBetweenSteps(
  calendar: WorkingCalendar,
  decreed: ReadonlyMap<Day, DecreedDay>,
  step: ClockStep,
  before: Day | undefined,
  end: Day,
): Pick<CountedStep, 'skipped' | 'worked'> {
  const skipped: SkippedDay[] = []
  const worked: DecreedDay[] = []
  if (before === undefined || step.kind === 'inner') return { skipped, worked }
  const first = step.kind === 'suspension' ? step.from : nextDay(before)
  for (let day = first; day <= end; day = nextDay(day)) {
    const special = decreed.get(day)
    if (step.kind === 'suspension' && day < step.until) skipped.push({ day, why: 'suspended' })
    else if (!calendar.isWorking(day))
      skipped.push(special ? { day, why: 'decreed', decreed: special } : { day, why: 'weekend' })
    else if (special) worked.push(special)
  }
  return { skipped, worked }
}

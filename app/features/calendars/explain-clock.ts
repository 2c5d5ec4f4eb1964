import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { endOfWork, registration, type DecreedDay } from './calendar.ts'
import { countClock, type ClockStep, type CountedStep } from './clock.ts'
import type { TermBook } from './term-book.ts'
import { dayName } from './day-name.ts'

/** A day with what it is called, ready to be read. */
interface NamedDay {
  /** dd.MM.yyyy */
  readonly day: string
  readonly name: string
}

/** One step of a clock, ready to be read; days are dd.MM.yyyy. */
export interface ExplainedStep {
  readonly kind: ClockStep['kind']
  /** Of a start: why on that day. */
  readonly rule?: (ClockStep & { kind: 'start' })['rule']
  /** Where the clock ends after this step. */
  readonly endsOn: string
  /** Of a term: day 1. */
  readonly firstDay?: string
  /** Of a term or an inner clock. */
  readonly workingDays?: number
  /** Of a term: since when it is in force. */
  readonly appliesFrom?: string
  /** Of an act: the ground it gives. */
  readonly ground?: string
  readonly weekends: readonly string[]
  readonly holidays: readonly NamedDay[]
  readonly suspended: readonly string[]
  readonly worked: readonly NamedDay[]
}

/** How a due date came about, step by step. */
export interface ClockExplained {
  readonly steps: readonly ExplainedStep[]
  /** When the appeal came, where that says why it starts when it does. */
  readonly receivedAt: string
  readonly dueOn: string
  /** End of the last day, HH:MM on the region's wall clock. */
  readonly until: string
}

/**
 * Counts a clock once more by the region's calendar, and says what every day was. Undefined where it comes out otherwise
 * than `dueOn`: that date was set by something the clock does not know.
 */
export function explainClock(
  { t, locale }: Pick<TenantContext, 't' | 'locale'>,
  book: TermBook,
  clock: readonly ClockStep[],
  { dueOn, receivedAt }: { readonly dueOn: string; readonly receivedAt: Date },
): ClockExplained | undefined {
  const counted = countClock(book.days, clock)
  if (counted.at(-1)?.endsOn !== dueOn) return undefined
  const shown = (day: DecreedDay) => ({ day: formatDay(day.day), name: dayName(t, locale, day) })
  return {
    steps: counted.map((step) => explained(step, shown)),
    receivedAt: formatMoment(receivedAt, book.hours.timeZone),
    dueOn: formatDay(dueOn),
    until: endOfWork(book.hours, dueOn),
  }
}

function explained(
  { step, endsOn, firstDay, skipped, worked }: CountedStep,
  shown: (day: DecreedDay) => NamedDay,
): ExplainedStep {
  const days = (why: CountedStep['skipped'][number]['why']) =>
    skipped.filter((day) => day.why === why).map(({ day }) => formatDay(day))
  return {
    kind: step.kind,
    endsOn: formatDay(endsOn),
    ...(step.kind === 'start' ? { rule: step.rule } : {}),
    ...(firstDay ? { firstDay: formatDay(firstDay) } : {}),
    ...(step.kind === 'term' ? { workingDays: step.workingDays, appliesFrom: formatDay(step.appliesFrom) } : {}),
    ...(step.kind === 'inner' ? { workingDays: step.workingDays } : {}),
    ...(step.kind === 'extension' || step.kind === 'suspension' ? { ground: step.ground } : {}),
    weekends: days('weekend'),
    holidays: skipped.flatMap(({ decreed }) => (decreed ? [shown(decreed)] : [])),
    suspended: days('suspended'),
    worked: worked.map(shown),
  }
}

/** Why an appeal that came at `receivedAt` starts on `registeredOn`; plainly where the calendar has changed since. */
export function startRuleOf(book: TermBook, receivedAt: Date, registeredOn: string) {
  const { day, rule } = registration(book.calendar, receivedAt, book.hours)
  return day === registeredOn ? rule : 'received'
}

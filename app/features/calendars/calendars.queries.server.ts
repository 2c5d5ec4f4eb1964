import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'
import {
  addWorkingDays,
  closeOf,
  registrationDay,
  workingCalendar,
  type Day,
  type WorkingCalendar,
  type WorkingHours,
} from './calendar.ts'

/** How a region counts: its days and hours, and how many working days each legal kind has from which date. */
export interface TermBook {
  readonly calendar: WorkingCalendar
  readonly hours: WorkingHours
  readonly terms: readonly { legalKind: LegalKind; workingDays: number; appliesFrom: Day }[]
}

/** The region's own calendar, hours and terms. */
export async function getTermBook({ db }: TenantContext): Promise<TermBook> {
  const days = await db.selectFrom('calendarDay').select(['day', 'kind']).execute()
  const terms = await db.selectFrom('term').select(['legalKind', 'workingDays', 'appliesFrom']).execute()
  const hours = await db.selectFrom('regionProfile').select(['timeZone', 'dayEnd']).executeTakeFirstOrThrow()
  return { calendar: workingCalendar(days), hours, terms }
}

/** The present moment on the region's wall clock. */
export interface Present {
  readonly day: Day
  /** HH:MM */
  readonly time: string
  /** What a decree makes of the day; undefined where none speaks of it. */
  readonly decreed: 'working' | 'nonWorking' | undefined
}

/** What the region's clock and calendar show now. */
export async function getPresent({ db, clock }: TenantContext): Promise<Present> {
  const { timeZone } = await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const { day, time } = wallClockParts(clock.now(), timeZone)
  const decree = await db.selectFrom('calendarDay').select('kind').where('day', '=', day).executeTakeFirst()
  return { day, time, decreed: decree?.kind }
}

/** When an appeal counts as registered, and when it must be answered. */
export interface Deadline {
  readonly registeredOn: Day
  readonly dueOn: Day
  readonly dueAt: Date
}

/** The deadline of an appeal of `legalKind` that came at `receivedAt`, by the term in force on its registration day. */
export function deadlineOf(book: TermBook, legalKind: LegalKind, receivedAt: Date): Deadline {
  const registeredOn = registrationDay(book.calendar, receivedAt, book.hours)
  return { registeredOn, ...dueFrom(book, legalKind, registeredOn) }
}

/** When an appeal of `legalKind` must be answered whose clock starts on `day`, by the term in force on that day. */
export function dueFrom(book: TermBook, legalKind: LegalKind, day: Day): Omit<Deadline, 'registeredOn'> {
  const ofKind = book.terms.filter((term) => term.legalKind === legalKind)
  const dueOn = addWorkingDays(book.calendar, day, inForce(ofKind, day, legalKind).workingDays)
  return { dueOn, dueAt: closeOf(dueOn, book.hours) }
}

/** The last day on which an appeal registered on `day` may be forwarded to the body that is competent. */
export async function getForwardDay({ db }: TenantContext, book: TermBook, day: Day): Promise<Day> {
  const terms = await db.selectFrom('forwardTerm').select(['workingDays', 'appliesFrom']).execute()
  return addWorkingDays(book.calendar, day, inForce(terms, day, 'forwarding').workingDays)
}

function inForce<Term extends { appliesFrom: Day }>(terms: readonly Term[], day: Day, what: string): Term {
  const term = terms
    .filter((term) => term.appliesFrom <= day)
    .toSorted((a, b) => b.appliesFrom.localeCompare(a.appliesFrom))[0]
  if (!term) throw new Error(`No term for ${what} is in force on ${day}`)
  return term
}

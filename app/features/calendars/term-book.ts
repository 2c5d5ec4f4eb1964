import type { LegalKind } from '#db/schema/vocabulary.ts'
import {
  closeOf,
  overlaid,
  registration,
  workingCalendar,
  type Day,
  type DecreedDay,
  type StartRule,
  type WorkingCalendar,
  type WorkingHours,
} from './calendar.ts'
import { endOfClock, type ClockStep } from './clock.ts'

/** The days that a region counts by, layer by layer. */
export interface CalendarLayers {
  readonly country: readonly DecreedDay[]
  readonly own: readonly DecreedDay[]
}

/** How a region counts: its days and hours, and how many working days each legal kind has from which date. */
export interface TermBook {
  readonly layers: CalendarLayers
  /** The country's days with the region's own laid over them. */
  readonly days: readonly DecreedDay[]
  readonly calendar: WorkingCalendar
  readonly hours: WorkingHours
  readonly terms: readonly Term[]
  /** How many working days a co-executor ends before the main clock. */
  readonly innerDays: number
}

interface Term {
  readonly legalKind: LegalKind
  readonly workingDays: number
  readonly appliesFrom: Day
}

/** A book of these days and hours, with the terms of another. */
export function bookOf(parts: Pick<TermBook, 'layers' | 'hours' | 'terms' | 'innerDays'>): TermBook {
  const days = overlaid(parts.layers.country, parts.layers.own)
  return { ...parts, days, calendar: workingCalendar(days) }
}

/** When an appeal counts as registered, and when it must be answered. */
export interface Deadline {
  readonly registeredOn: Day
  readonly dueOn: Day
  readonly dueAt: Date
}

/** The deadline of an appeal of `legalKind` that came at `receivedAt`, by the term in force on its registration day. */
export function deadlineOf(book: TermBook, legalKind: LegalKind, receivedAt: Date): Deadline {
  const { day } = registration(book.calendar, receivedAt, book.hours)
  return { registeredOn: day, ...dueFrom(book, legalKind, day) }
}

type Due = Omit<Deadline, 'registeredOn'>

/** When an appeal of `legalKind` must be answered whose clock starts on `day`, by the term in force on that day. */
export function dueFrom(book: TermBook, legalKind: LegalKind, day: Day): Due {
  return dueOf(book, clockFrom(book, legalKind, day, 'received'))
}

/** A clock of `legalKind` that starts on `day`, by the term in force on that day. */
export function clockFrom(
  book: Pick<TermBook, 'terms'>,
  legalKind: LegalKind,
  day: Day,
  rule: StartRule | 'forwarded' | 'reopened',
): ClockStep[] {
  const ofKind = book.terms.filter((term) => term.legalKind === legalKind)
  const { workingDays, appliesFrom } = inForce(ofKind, day, legalKind)
  return [
    { kind: 'start', rule, day },
    { kind: 'term', workingDays, appliesFrom },
  ]
}

/** Where a clock ends, and when on that day. */
export function dueOf(book: TermBook, clock: readonly ClockStep[]): Due {
  const dueOn = endOfClock(book.calendar, clock)
  return { dueOn, dueAt: closeOf(dueOn, book.hours) }
}

/**
 * When a co-executor's share must be done whose main clock is `main`: so many working days before it as the region says,
 * though never before a first working day after `givenOn`, the day it was given.
 */
export function innerClock(book: TermBook, main: readonly ClockStep[], givenOn: Day): ClockStep[] {
  return [...main, { kind: 'inner', workingDays: book.innerDays, notBefore: givenOn }]
}

/** The same for a main clock of which only the end is known. */
export function innerDueOn(book: TermBook, mainDueOn: Day, givenOn: Day): Due {
  return dueOf(book, innerClock(book, [{ kind: 'start', rule: 'received', day: mainDueOn }], givenOn))
}

/** The version of a term that is in force on `day`. Throws where none is. */
export function inForce<Term extends { appliesFrom: Day }>(terms: readonly Term[], day: Day, what: string): Term {
  const term = terms
    .filter((term) => term.appliesFrom <= day)
    .toSorted((a, b) => b.appliesFrom.localeCompare(a.appliesFrom))[0]
  if (!term) throw new Error(`No term for ${what} is in force on ${day}`)
  return term
}

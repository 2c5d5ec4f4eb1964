import {
  addWorkingDays,
  closeOf,
  dueAfter,
  workingDayFrom,
  workingDaysBefore,
  type TermBook,
} from '#app/features/calendars/public.server.ts'

/** Within how much acts must be done: months of an extension, working days of the rest. */
export interface ActTerms {
  readonly extensionMonths: number
  readonly noticeDays: number
  readonly hearingDays: number
  readonly objectionDays: number
}

type Days = Pick<TermBook, 'calendar' | 'hours'>

/** So many months after a day (YYYY-MM-DD); where the month has no such day, its last one. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/**
 * The last day to which a term may be extended that began on `receivedOn`. Read strictly: two months in all, from receipt.
 * Source: АППК, extension of the term of an administrative procedure.
 */
export const latestExtension = ({ calendar }: Days, { extensionMonths }: ActTerms, receivedOn: string): string =>
  workingDayFrom(calendar, addMonths(receivedOn, extensionMonths))

/** The day on which a term ends that is extended until `until`. */
export const extendedUntil = ({ calendar }: Days, until: string): string => workingDayFrom(calendar, until)

/** The first day on which a hearing may be that the person is told of on `toldOn`. Source: АППК, the right to be heard. */
export const earliestHearing = ({ calendar }: Days, { hearingDays }: ActTerms, toldOn: string): string =>
  addWorkingDays(calendar, toldOn, hearingDays)

/** Until when the person may object to a preliminary decision of which they were told on `toldOn`. */
export const objectionUntil = (book: Days, { objectionDays }: ActTerms, toldOn: string) =>
  dueAfter(book, toldOn, objectionDays)

/** By when the person must be told of an act signed on `signedOn`; of a hearing so many days before its own. */
export function noticeTerm(
  book: TermBook,
  { noticeDays, hearingDays }: ActTerms,
  signedOn: string,
  hearsOn: string | undefined,
): { readonly dueOn: string; readonly dueAt: Date } {
  if (hearsOn === undefined) return dueAfter(book, signedOn, noticeDays)
  // Signed on a free day it may be told on that day yet: no working day is lost.
  const before = workingDaysBefore(book.calendar, hearsOn, hearingDays)
  const last = before > signedOn ? before : signedOn
  return { dueOn: last, dueAt: closeOf(last, book.hours) }
}

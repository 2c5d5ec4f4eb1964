import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { LegalKind } from '#db/schema/tenant.ts'
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
  const inForce = book.terms
    .filter((term) => term.legalKind === legalKind && term.appliesFrom <= registeredOn)
    .toSorted((a, b) => b.appliesFrom.localeCompare(a.appliesFrom))[0]
  if (!inForce) throw new Error(`No term for ${legalKind} is in force on ${registeredOn}`)
  const dueOn = addWorkingDays(book.calendar, registeredOn, inForce.workingDays)
  return { registeredOn, dueOn, dueAt: closeOf(dueOn, book.hours) }
}

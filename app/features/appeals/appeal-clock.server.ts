import { clockFrom, dueOf, innerClock, type ClockStep, type TermBook } from '#app/features/calendars/public.server.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'

/** What an appeal's clock is counted from, and where it stands now. */
export interface ClockedAppeal {
  readonly id: string
  readonly legalKind: LegalKind
  readonly registeredOn: string
  readonly dueOn: string
  readonly dueAt: Date
}

/** The same of one body's share. */
export interface ClockedShare {
  readonly id: string
  readonly kind: 'assigned' | 'forwarded'
  readonly assignedAt: Date
  readonly dueOn: string
  readonly dueAt: Date
}

/**
 * The clock of one body's share: of one that was forwarded to from the day it came there, else the appeal's own, or for
 * who must be done before it an inner one. Acts that change a clock put their steps behind these.
 */
export function shareClock(book: TermBook, appeal: ClockedAppeal, share: ClockedShare): ClockStep[] {
  const { day } = wallClockParts(share.assignedAt, book.hours.timeZone)
  if (share.kind === 'forwarded') return clockFrom(book, appeal.legalKind, day, 'forwarded')
  const main = clockFrom(book, appeal.legalKind, appeal.registeredOn, 'received')
  return share.dueOn < appeal.dueOn ? innerClock(book, main, day) : main
}

/** The one overall clock that the person sees: from the registration, or that of the body which alone has the appeal now. */
export function appealClock(book: TermBook, appeal: ClockedAppeal, shares: readonly ClockedShare[]): ClockStep[] {
  const follows = shares.find(({ kind, dueOn }) => kind === 'forwarded' && dueOn === appeal.dueOn)
  return follows
    ? shareClock(book, appeal, follows)
    : clockFrom(book, appeal.legalKind, appeal.registeredOn, 'received')
}

interface Due {
  readonly dueOn: string
  readonly dueAt: Date
}

/** A clock that ends elsewhere by another book. */
export interface ClockMove {
  readonly from: string
  readonly to: Due
}

/** What a change of the calendar does to one appeal. */
export interface AppealMove {
  readonly appeal: ClockMove | undefined
  readonly shares: readonly (ClockMove & { readonly id: string })[]
  /** A date stands there that neither book explains: it was set by something else, and is left alone. */
  readonly unexplained: boolean
}

/** Where an appeal and its open shares go when the region counts by `after` and no longer by `before`. */
export function moveOf(
  before: TermBook,
  after: TermBook,
  appeal: ClockedAppeal,
  shares: readonly ClockedShare[],
): AppealMove {
  // Whose clock it is, and whether an inner one, is told by where the dates stand to each other.
  const judge = (clockBy: (book: TermBook) => ClockStep[], stands: Due): ClockMove | 'unexplained' | undefined => {
    const [was, will] = [dueOf(before, clockBy(before)), dueOf(after, clockBy(after))]
    // What the change does not touch, and what it has moved already.
    if (isSame(was, will) || isSame(stands, will)) return undefined
    return stands.dueOn === was.dueOn ? { from: stands.dueOn, to: will } : 'unexplained'
  }
  const overall = judge((book) => appealClock(book, appeal, shares), appeal)
  const each = shares.map((share) => ({
    id: share.id,
    judged: judge((book) => shareClock(book, appeal, share), share),
  }))
  return {
    appeal: overall === 'unexplained' ? undefined : overall,
    shares: each.flatMap(({ id, judged }) => (judged && judged !== 'unexplained' ? [{ id, ...judged }] : [])),
    unexplained: overall === 'unexplained' || each.some(({ judged }) => judged === 'unexplained'),
  }
}

const isSame = (one: Due, other: Due): boolean =>
  one.dueOn === other.dueOn && one.dueAt.getTime() === other.dueAt.getTime()

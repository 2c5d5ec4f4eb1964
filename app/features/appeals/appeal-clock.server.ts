import { clockFrom, dueOf, innerClock, type ClockStep, type TermBook } from '#app/features/calendars/public.server.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { LegalKind, ShareRole } from '#db/schema/vocabulary.ts'
import { clockStart } from './appeal.ts'
import { isLive, overallClock, type SharePart } from './share.ts'

/** A signed act that moves a clock: of one body's share, which says whose clock it is. */
export interface ClockAct {
  readonly assignmentId: string
  readonly role: ShareRole
  readonly step: ClockStep & { readonly kind: 'extension' | 'suspension' }
}

/** What an appeal's clock is counted from, and where it stands now. */
export interface ClockedAppeal {
  readonly id: string
  readonly legalKind: LegalKind
  readonly registeredOn: string
  /** Where it was reopened its clock runs from here. */
  readonly reopenedOn: string | null
  readonly dueOn: string
  readonly dueAt: Date
  /** Those that move its clocks, in the order they were signed. */
  readonly acts: readonly ClockAct[]
}

/** The same of one body's share. */
export interface ClockedShare extends SharePart {
  readonly assignedAt: Date
}

export type MainClocked = Pick<ClockedAppeal, 'legalKind' | 'registeredOn' | 'reopenedOn' | 'acts'>

/** The akimat's own clock of an appeal, whoever leads: an act of a lead moves it, and stays when another one takes over. */
export function mainClock(book: TermBook, appeal: MainClocked): ClockStep[] {
  const { day, rule } = clockStart(appeal)
  return [
    ...clockFrom(book, appeal.legalKind, day, rule),
    ...appeal.acts.filter(({ role }) => role !== 'own').map(({ step }) => step),
  ]
}

/**
 * The clock of one body's share: of one that was forwarded to from the day it came there, of a lead the appeal's own, and
 * of a co-executor an inner one before it. Acts that change a clock put their steps behind these.
 */
export function shareClock(
  book: TermBook,
  appeal: MainClocked,
  share: Pick<ClockedShare, 'id' | 'role' | 'assignedAt'>,
): ClockStep[] {
  const { day } = wallClockParts(share.assignedAt, book.hours.timeZone)
  if (share.role === 'own')
    return [
      ...clockFrom(book, appeal.legalKind, day, 'forwarded'),
      ...appeal.acts.filter(({ assignmentId }) => assignmentId === share.id).map(({ step }) => step),
    ]
  const main = mainClock(book, appeal)
  return share.role === 'co' ? innerClock(book, main, day) : main
}

/** The one overall clock that the person sees: of those who answer the person the latest, or where nobody has it the appeal's. */
export function appealClock(book: TermBook, appeal: ClockedAppeal, shares: readonly ClockedShare[]): ClockStep[] {
  const follows = overallClock(shares)
  return follows ? shareClock(book, appeal, follows) : mainClock(book, appeal)
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

/**
 * Where an appeal and its open shares go when the region counts by `after` and no longer by `before`. `shares` are those
 * that were answered too: theirs stay, and may be the latest.
 */
export function moveOf(
  before: TermBook,
  after: TermBook,
  appeal: ClockedAppeal,
  shares: readonly ClockedShare[],
): AppealMove {
  const judge = (clockBy: (book: TermBook) => ClockStep[], stands: Due): ClockMove | 'unexplained' | undefined => {
    const [was, will] = [dueOf(before, clockBy(before)), dueOf(after, clockBy(after))]
    // What the change does not touch, and what it has moved already.
    if (isSame(was, will) || isSame(stands, will)) return undefined
    return stands.dueOn === was.dueOn ? { from: stands.dueOn, to: will } : 'unexplained'
  }
  const each = shares.filter(isLive).map((share) => ({
    id: share.id,
    judged: judge((book) => shareClock(book, appeal, share), share),
  }))
  // What the person sees is made of the shares, here as wherever an act moves one.
  const follow = (stands: Due): ClockMove | 'unexplained' | undefined => {
    const moved = shares.map((share) => {
      const judged = each.find(({ id }) => id === share.id)?.judged
      return judged && judged !== 'unexplained' ? { ...share, ...judged.to } : share
    })
    const [was, will] = [overallClock(shares), overallClock(moved)]
    if (!was || !will) return judge((book) => appealClock(book, appeal, []), stands)
    if (isSame(was, will) || isSame(stands, will)) return undefined
    return isSame(stands, was) ? { from: stands.dueOn, to: { dueOn: will.dueOn, dueAt: will.dueAt } } : 'unexplained'
  }
  const overall = follow(appeal)
  return {
    appeal: overall === 'unexplained' ? undefined : overall,
    shares: each.flatMap(({ id, judged }) => (judged && judged !== 'unexplained' ? [{ id, ...judged }] : [])),
    unexplained: overall === 'unexplained' || each.some(({ judged }) => judged === 'unexplained'),
  }
}

const isSame = (one: Due, other: Due): boolean =>
  one.dueOn === other.dueOn && one.dueAt.getTime() === other.dueAt.getTime()

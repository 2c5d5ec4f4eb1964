import { dueFrom, getTermBook, innerDueOn, type TermBook } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { LegalKind, ShareRole } from '#db/schema/vocabulary.ts'
import { clockStart } from './appeal.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { answersPerson, isLive } from './share.ts'
import type { ShareRow } from './shares.queries.server.ts'

interface Clock {
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly dueAt: Date
}

interface Clocked {
  readonly role: ShareRole
  /** YYYY-MM-DD: the day it was given. */
  readonly givenOn: string
}

/**
 * When a share is due: a lead's clock runs from the day of registration or reopening, that of a body that was forwarded to from its own
 * receipt, and a co-executor's ends before its lead's.
 */
export function shareDue(
  book: TermBook,
  appeal: { readonly legalKind: LegalKind; readonly registeredOn: string; readonly reopenedOn: string | null },
  { role, givenOn }: Clocked,
  lead: Clock = dueFrom(book, appeal.legalKind, clockStart(appeal).day),
): Clock {
  if (role === 'own') return dueFrom(book, appeal.legalKind, givenOn)
  return role === 'co' ? innerDueOn(book, lead.dueOn, givenOn) : lead
}

/** The clocks of shares that are given now. */
export async function clocksNow(ctx: TenantContext, appeal: AppealRow, given: readonly ShareRow[]) {
  const shares = given.filter(({ round }) => round === appeal.round)
  const book = await getTermBook(ctx)
  const givenOn = wallClockParts(ctx.clock.now(), book.hours.timeZone).day
  // Who leads keeps the clock as it stands: it may have been moved by an act since it was counted.
  const leading = shares.find((share) => share.role === 'lead' && isLive(share))
  const outside = shares.some((share) => share.role === 'own' && answersPerson(share) && share.withdrawnAt === null)
  const lead = leading ?? (outside ? dueFrom(book, appeal.legalKind, clockStart(appeal).day) : appeal)
  return (role: ShareRole): Clock => {
    const { dueOn, dueAt } = shareDue(book, appeal, { role, givenOn }, lead)
    return { dueOn, dueAt }
  }
}

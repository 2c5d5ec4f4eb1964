import { dueOf, getTermBook, type ClockStep, type TermBook } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { Facts } from '#db/schema/core.ts'
import { shareClock, type ClockAct } from './appeal-clock.server.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { clockActsOf } from './clock-acts.queries.server.ts'
import { settleAppeal } from './settle-appeal.server.ts'
import { isLive } from './share.ts'
import type { ShareRow } from './shares.queries.server.ts'

/**
 * Counts the clocks anew that an act on `share` has moved: its own and, of a lead, its co-executors'. `before` are the acts
 * there were until then. A date that no clock explains moves by what the act itself does. Inside the caller's transaction on
 * the locked appeal; resolves with both dates of the share, YYYY-MM-DD.
 */
export async function moveByAct(
  ctx: TenantContext,
  appeal: AppealRow,
  shares: readonly ShareRow[],
  share: ShareRow,
  before: readonly ClockAct[],
): Promise<Facts> {
  const book = await getTermBook(ctx)
  const acts = await clockActsOf(ctx, appeal.id)
  const moved = shares.filter(
    (one) => isLive(one) && (one.id === share.id || (share.role === 'lead' && one.role === 'co')),
  )
  let dueOn = share.dueOn
  for (const one of moved) {
    const due = movedDue(book, one, {
      was: shareClock(book, { ...appeal, acts: before }, one),
      will: shareClock(book, { ...appeal, acts }, one),
    })
    if (one.id === share.id) dueOn = due.dueOn
    await ctx.db
      .updateTable('assignment')
      // An act on one's own share makes no other body's page old.
      .set({ ...due, steps: one.id === share.id ? one.steps + 1 : one.steps })
      .where('id', '=', one.id)
      .execute()
  }
  await settleAppeal(ctx, appeal)
  return { dueOn, formerDueOn: share.dueOn }
}

/** Where a date goes whose clock went from `was` to `will`. */
function movedDue(
  book: TermBook,
  { dueOn, dueAt }: ShareRow,
  { was, will }: { readonly was: readonly ClockStep[]; readonly will: readonly ClockStep[] },
): { dueOn: string; dueAt: Date } {
  if (dueOf(book, was).dueOn === dueOn) return dueOf(book, will)
  const step =
    will.length > was.length ? will.findLast(({ kind }) => kind === 'extension' || kind === 'suspension') : undefined
  return step ? dueOf(book, [{ kind: 'start', rule: 'received', day: dueOn }, step]) : { dueOn, dueAt }
}

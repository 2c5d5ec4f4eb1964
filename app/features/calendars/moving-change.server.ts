import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { CalendarLines } from '#db/schema/calendar.ts'
import { bookAfter, type Origin } from './calendar-lines.ts'
import { getTermBook } from './calendars.queries.server.ts'
import { isMoving } from './own-change.server.ts'
import type { TermBook } from './term-book.ts'

/** A change that moves appeals now: the books before and after it, and the last appeal that was looked at. */
export interface MovingChange {
  readonly before: TermBook
  readonly after: TermBook
  readonly reached: string
}

/** The change, locked until the transaction ends; undefined where it moves nothing (any more). */
export async function lockMovingChange(ctx: TenantContext, id: string): Promise<MovingChange | undefined> {
  const change = await ctx.db
    .selectFrom('calendarChange')
    .select(['origin', 'former', 'reached'])
    .where('id', '=', id)
    .where('state', '=', 'moving')
    .forUpdate()
    .executeTakeFirst()
  if (!change?.former) return undefined
  const after = await getTermBook(ctx)
  return { before: bookAfter(after, change.origin, change.former), after, reached: change.reached }
}

/** What one batch has done. */
interface Batch {
  readonly reached: string
  readonly moved: number
  readonly postponed: number
  readonly isLast: boolean
}

/** Notes how far a change has come, in the transaction that moved the batch: who goes on begins behind it. */
export async function noteBatch(ctx: TenantContext, id: string, { isLast, ...batch }: Batch): Promise<void> {
  await ctx.db
    .updateTable('calendarChange')
    .set((update) => ({
      reached: batch.reached,
      moved: update('moved', '+', batch.moved),
      postponed: update('postponed', '+', batch.postponed),
      ...(isLast ? { state: 'applied' as const, version: update('version', '+', 1) } : {}),
    }))
    .where('id', '=', id)
    .execute()
  if (isLast) await record(ctx, { event: 'calendar.moved', subjectKind: 'calendarChange', subjectId: id })
}

/** What a change would make of the region's book. */
export async function bookIfApplied(
  ctx: TenantContext,
  { origin, lines }: { readonly origin: Origin; readonly lines: CalendarLines },
): Promise<{ before: TermBook; after: TermBook }> {
  const before = await getTermBook(ctx)
  return { before, after: bookAfter(before, origin, lines) }
}

/** Changes are settled in the two nights after they were applied. */
const settledFor = 2 * 86_400_000

/**
 * Lets the last change pass all appeals once more, unless one moves now: what was being filed while it was applied may
 * have been counted by the former calendar. Its id; undefined where there is none so young.
 */
export function reopenLastChange(ctx: TenantContext): Promise<string | undefined> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.selectFrom('workingWeek').select('id').where('id', '=', 'region').forUpdate().execute()
    if (await isMoving(ctx)) return undefined
    const last = await ctx.db
      .selectFrom('calendarChange')
      .select('id')
      .where('state', '=', 'applied')
      .where('appliedAt', '>', new Date(ctx.clock.now().getTime() - settledFor))
      .orderBy('appliedAt', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (!last) return undefined
    await ctx.db.updateTable('calendarChange').set({ state: 'moving', reached: '' }).where('id', '=', last.id).execute()
    return last.id
  })
}

import { bookIfApplied } from '#app/features/calendars/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { CalendarLines } from '#db/schema/calendar.ts'
import { moveOf } from './appeal-clock.server.ts'
import { nextClocked, type Clocked } from './clocked-appeals.queries.server.ts'

/** How a change would move the open appeals of a region. */
export interface MovePreview {
  readonly counts: MoveCounts
  readonly rows: readonly {
    readonly id: string
    readonly number: string
    /** dd.MM.yyyy */
    readonly from: string
    readonly to: string
    /** How many bodies' own dates move with it, or alone. */
    readonly shares: number
  }[]
  /** Behind which appeal the next page begins. */
  readonly next: string | undefined
}

export interface MoveCounts {
  readonly open: number
  readonly later: number
  readonly earlier: number
  /** Appeals of which only an hour or a body's own date moves. */
  readonly other: number
  /** Appeals whose date was set by something else: they stay. */
  readonly unexplained: number
}

/** As many as one page of the preview shows, and as many as are read at once. */
const pageSize = 50
const chunk = 1000

/**
 * Counts and lists what a change would move, by the same rule that moves it. `behind` is the last appeal of the page
 * before. Throws ForbiddenError.
 */
export async function previewMoves(
  ctx: TenantContext,
  change: { readonly origin: 'region' | 'country'; readonly lines: CalendarLines },
  behind = '',
): Promise<MovePreview> {
  authorize(ctx.ability, 'configure', 'Calendar')
  const { before, after } = await bookIfApplied(ctx, change)
  const counts = { open: 0, later: 0, earlier: 0, other: 0, unexplained: 0 }
  const rows: MovePreview['rows'][number][] = []
  let next: string | undefined
  for await (const { appeal, shares } of allClocked(ctx)) {
    counts.open += 1
    const move = moveOf(before, after, appeal, shares)
    if (move.unexplained) counts.unexplained += 1
    if (!move.appeal && move.shares.length === 0) continue
    const to = move.appeal?.to.dueOn ?? appeal.dueOn
    counts[to > appeal.dueOn ? 'later' : to < appeal.dueOn ? 'earlier' : 'other'] += 1
    if (appeal.id <= behind) continue
    if (rows.length < pageSize) {
      rows.push({
        id: appeal.id,
        number: appeal.number,
        from: formatDay(appeal.dueOn),
        to: formatDay(to),
        shares: move.shares.length,
      })
    } else next ??= rows.at(-1)?.id
  }
  return { counts, rows, next }
}

async function* allClocked(ctx: TenantContext): AsyncGenerator<Clocked> {
  for (let behind = ''; ; ) {
    const some = await nextClocked(ctx, { behind, most: chunk, lock: false })
    yield* some
    if (some.length < chunk) return
    behind = some.at(-1)?.appeal.id ?? behind
  }
}

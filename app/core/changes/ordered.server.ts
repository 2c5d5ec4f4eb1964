import type { TenantContext } from '../context.ts'
import { NotFound } from '../errors.ts'
import type { MoveRow, RetireRow } from './changes.schema.ts'
import { makeChange, mustBeSameVersion, type Change, type ChangeSubject } from './make-change.server.ts'
import type { ChangeableRow, OrderedRow, OrderedRows, RetirableRow, Rows } from './rows.ts'

/** The row of this id, locked. Throws NotFound. */
export async function lockRow<Row extends ChangeableRow>(
  ctx: TenantContext,
  rows: Rows<Row>,
  id: string,
): Promise<Row> {
  const [row] = await rows.lock(ctx, [id])
  if (!row) throw new NotFound(rows.subject)
  return row
}

/** Takes a row out of use; nothing that names it changes. Throws NotFound, Refusal for an old form or by its own rules. */
export function retireRow<Row extends RetirableRow>(
  ctx: TenantContext,
  rows: Rows<Row>,
  id: string,
  input: RetireRow,
  also: (ctx: TenantContext, change: Change, row: Row) => Promise<void> = async () => undefined,
): Promise<string | undefined> {
  return makeChange(ctx, { event: `${rows.noun}.retired`, may: rows.subject, input }, async (ctx, change) => {
    const row = await lockRow(ctx, rows, id)
    mustBeSameVersion(row, input.version)
    if (!row.retiredAt) await change.update(rows, row, { retiredAt: ctx.clock.now() } as Partial<Row>)
    await also(ctx, change, row)
    return subjectOf(rows, row)
  })
}

/** Takes a retired row into use again, at its old place. Throws as `retireRow`. */
export function bringRowBack<Row extends RetirableRow>(
  ctx: TenantContext,
  rows: Rows<Row>,
  id: string,
  input: RetireRow,
): Promise<string | undefined> {
  return makeChange(ctx, { event: `${rows.noun}.broughtBack`, may: rows.subject, input }, async (ctx, change) => {
    const row = await lockRow(ctx, rows, id)
    mustBeSameVersion(row, input.version)
    await change.update(rows, row, { retiredAt: null } as Partial<Row>)
    return subjectOf(rows, row)
  })
}

/** Moves a row past its neighbour in use; at the end of the order it stays. Throws NotFound. */
export function moveRow<Row extends OrderedRow>(
  ctx: TenantContext,
  rows: OrderedRows<Row>,
  input: MoveRow,
): Promise<string | undefined> {
  return makeChange(ctx, { event: `${rows.noun}.moved`, may: rows.subject, input }, async (ctx, change) => {
    const [found] = await rows.lock(ctx, [input.id])
    if (!found) throw new NotFound(rows.subject)
    const moved = movedIn(await rows.order(ctx, found), input.id, input.direction)
    // Places are numbered anew: two that were added at once may have had the same.
    for (const [position, row] of moved.entries()) await change.update(rows, row, { position } as Partial<Row>)
    return subjectOf(rows, found)
  })
}

/** The order after a row went past the next one in use; retired rows are jumped over. */
export function movedIn<Row extends { id: string; retiredAt: Date | null }>(
  order: readonly Row[],
  id: string,
  direction: 'up' | 'down',
): Row[] {
  const from = order.findIndex((row) => row.id === id)
  const step = direction === 'up' ? -1 : 1
  let to = from + step
  while (order[to]?.retiredAt) to += step
  const row = order[from]
  if (!row || !order[to]) return [...order]
  return order.toSpliced(from, 1).toSpliced(to, 0, row)
}

/** Behind the last of an order. */
export const lastPosition = (order: readonly { position: number }[]): number =>
  Math.max(-1, ...order.map(({ position }) => position)) + 1

const subjectOf = <Row extends ChangeableRow>(rows: Rows<Row>, row: Row): ChangeSubject =>
  rows.listedUnder?.(row) ?? { kind: rows.noun, id: row.id }

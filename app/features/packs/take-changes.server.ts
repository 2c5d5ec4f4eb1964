import { makeChange, type Change } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { OrderedRow, OrderedRows } from '#app/core/changes/rows.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { datedTermRows, getPresent, termRows } from '#app/features/calendars/public.server.ts'
import type { Difference } from './compare-items.ts'
import { comparePack } from './compare-pack.queries.server.ts'
import type { TakeChanges } from './packs.schema.ts'
import { idsByKey, isOrdered } from './region-rows.server.ts'
import { rowsOfKind, takeItem } from './take-item.server.ts'
import { takenRows } from './taken-rows.server.ts'

/**
 * Makes what was chosen what the newest pack says of it, as one change that can be undone; what was not chosen stays.
 * Throws ForbiddenError, Refusal where one of them is no longer what the person has seen, where a thing is not taken from here, or where it needs another one first.
 */
export function takeChanges(ctx: TenantContext, input: TakeChanges): Promise<string | undefined> {
  return makeChange(ctx, { event: 'pack.taken', may: 'Region', input }, async (ctx, change) => {
    const chosen = new Map(input.items.map(({ id, seen }) => [id, seen]))
    await lockChosen(ctx, [...chosen.keys()])
    const { differences } = await comparePack(ctx)
    const { day } = await getPresent(ctx)
    const taken = differences.filter(({ id, seen }) => chosen.get(id) === seen)
    if (taken.length < chosen.size) throw new Refusal('common:change.stale')
    // In the order of kinds: a category may come with the agency that answers.
    for (const difference of taken) {
      if (!difference.takeable) throw new Refusal('packs:error.byHand')
      await takeOne(ctx, change, difference, day)
      await noteTaken(ctx, change, difference)
    }
    return { kind: 'pack', id: 'region' }
  })
}

const keyOf = ({ id, kind }: Pick<Difference, 'id' | 'kind'>) => id.slice(kind.length + 1)

/** Before anything is compared: what an ordinary page changes meanwhile must be seen, not overwritten. */
async function lockChosen(ctx: TenantContext, ids: readonly string[]): Promise<void> {
  for (const kind of Object.keys(rowsOfKind) as (keyof typeof rowsOfKind)[]) {
    const keys = ids.flatMap((id) => (id.startsWith(`${kind}/`) ? keyOf({ id, kind }) : []))
    if (keys.length === 0) continue
    const known = await idsByKey(ctx, kind)
    const found = keys.flatMap((key) => known.get(key) ?? [])
    const rows = rowsOfKind[kind] as unknown as OrderedRows<OrderedRow>
    if (found.length > 0) await rows.lock(ctx, found.toSorted())
  }
}

async function takeOne(ctx: TenantContext, change: Change, difference: Difference, day: string): Promise<void> {
  const { kind, theirs: fields } = difference
  const key = keyOf(difference)
  if (isOrdered(kind)) {
    const id = (await idsByKey(ctx, kind)).get(key)
    await takeItem(ctx, change, { kind, key, id, fields, day })
  } else if (kind === 'term') await takeTerm(ctx, change, difference)
}

/** A term to come: the comparison offers no other. */
async function takeTerm(ctx: TenantContext, change: Change, { mine, theirs }: Difference): Promise<void> {
  const { kind, appliesFrom } = (mine ?? theirs) as { kind: string; appliesFrom: string }
  const workingDays = theirs?.workingDays as number | undefined
  if (kind === 'forwarding' || kind === 'cure') {
    const rows = datedTermRows[kind]
    const row = mine && (await lockRow(ctx, rows, appliesFrom))
    if (workingDays === undefined) return row && change.remove(rows, row)
    if (row) return change.update(rows, row, { workingDays })
    return change.insert(rows, { id: appliesFrom, appliesFrom, workingDays, version: 1 })
  }
  const legalKind = kind as Parameters<typeof termRows.insert>[1]['legalKind']
  const row = await ctx.db
    .selectFrom('term')
    .selectAll()
    .where('legalKind', '=', legalKind)
    .where('appliesFrom', '=', appliesFrom)
    .forUpdate()
    .executeTakeFirst()
  if (workingDays === undefined) return row && change.remove(termRows, row)
  if (row) return change.update(termRows, row, { workingDays })
  return change.insert(termRows, { id: newId(), legalKind, appliesFrom, workingDays, version: 1 })
}

/** From now on the thing began as the newer pack has it: it is not offered again, and a later change is told from it. */
async function noteTaken(ctx: TenantContext, change: Change, { id, kind, theirs }: Difference): Promise<void> {
  const value = theirs ? { kind, fields: theirs } : null
  const [row] = await takenRows.lock(ctx, [id])
  if (row) await change.update(takenRows, row, { value })
  else await change.insert(takenRows, { id, value, version: 1 })
}

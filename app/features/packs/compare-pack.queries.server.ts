import { createHash } from 'node:crypto'
import type { TenantContext } from '#app/core/context.ts'
import { getPresent } from '#app/features/calendars/public.server.ts'
import { listPackNames, loadPack } from '#tenants/packs/load.ts'
import type { Pack } from '#tenants/packs/schema.ts'
import { canonical, compareItems, type Difference } from './compare-items.ts'
import { getPackBase, getTaken, type PackBase } from './pack-base.queries.server.ts'
import { itemsOf, type PackItem } from './pack-items.ts'
import { packOf } from './pack-of.queries.server.ts'

export interface Comparison {
  readonly base: PackBase | undefined
  /** The pack as it came with the product; undefined where it did not. */
  readonly newest: Pack | undefined
  readonly mine: Pack
  readonly differences: readonly (Difference & {
    readonly takeable: boolean
    /** Says whether a form was made from just this difference. */
    readonly seen: string
  })[]
}

/** How the region differs from the pack it was made from, and from its newest version. Throws as `packOf`. */
export async function comparePack(ctx: TenantContext): Promise<Comparison> {
  const mine = await packOf(ctx)
  const base = await getPackBase(ctx)
  const { day } = await getPresent(ctx)
  // A region from before this was kept may have been made from any pack: the ground of all is the nearest guess.
  const newest = await newestOf(base?.name ?? 'base')
  const theirs = newest ?? base?.contents
  if (!theirs) return { base, newest, mine, differences: [] }
  const found = compareItems(base && (await withTaken(ctx, base)), itemsOf(mine), itemsOf(theirs))
  const differences = found.map((difference) => {
    return { ...difference, takeable: isTakeable(difference, day), seen: digestOf(difference) }
  })
  return { base, newest, mine, differences }
}

const digestOf = (difference: Difference): string =>
  createHash('sha256')
    .update(canonical(difference) ?? '')
    .digest('base64url')
    .slice(0, 16)

async function newestOf(name: string): Promise<Pack | undefined> {
  return (await listPackNames()).includes(name) ? loadPack(name) : undefined
}

/** What the region began with, and in its place what was taken of newer versions since. */
async function withTaken(ctx: TenantContext, { contents }: PackBase): Promise<ReadonlyMap<string, PackItem>> {
  const items = new Map(itemsOf(contents))
  for (const { id, value } of await getTaken(ctx)) {
    if (value === null) items.delete(id)
    else items.set(id, { id, kind: value.kind, fields: value.fields })
  }
  return items
}

/** Settings, roles and texts have pages of their own, and a term that has applied to somebody is changed by nobody. */
function isTakeable({ kind, state, mine, theirs }: Difference, today: string): boolean {
  if (state === 'here' || kind === 'setting' || kind === 'role' || kind === 'wording') return false
  if (kind !== 'term') return true
  return [mine, theirs].every((term) => term === undefined || String(term.appliesFrom) > today)
}

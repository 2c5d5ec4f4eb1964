import { itemKinds, type Fields, type ItemKind, type PackItem } from './pack-items.ts'

type Items = ReadonlyMap<string, PackItem>

/** What became of a thing since the pack was unpacked. */
export type Fate = 'same' | 'added' | 'changed' | 'gone'

export interface Difference {
  readonly id: string
  readonly kind: ItemKind
  /**
   * `here`: the region alone changed it. `offered`: the pack alone did. `conflict`: both did, and not alike; also where
   * nobody knows what the region was made from.
   */
  readonly state: 'here' | 'offered' | 'conflict'
  readonly here: Fate
  readonly there: Fate
  /** As it stands in the region and in the pack; undefined where it is not there. */
  readonly mine: Fields | undefined
  readonly theirs: Fields | undefined
}

/** What differs between a region and a pack, by what both began with; in the order of kinds, then of the pack. */
export function compareItems(base: Items | undefined, mine: Items, theirs: Items): Difference[] {
  const ids = new Set([...theirs.keys(), ...mine.keys()])
  const found = [...ids].flatMap((id) => {
    const [ours, packs] = [mine.get(id), theirs.get(id)]
    const kind = (packs ?? ours)?.kind
    if (!kind || isSame(ours?.fields, packs?.fields)) return []
    const origin = base?.get(id)?.fields
    const [here, there] = [fateOf(origin, ours?.fields), fateOf(origin, packs?.fields)]
    const state: Difference['state'] = !base || (here !== 'same' && there !== 'same') ? 'conflict' : here === 'same' ? 'offered' : 'here' // prettier-ignore
    return { id, kind, state, here, there, mine: ours?.fields, theirs: packs?.fields }
  })
  return found.toSorted((one, other) => itemKinds.indexOf(one.kind) - itemKinds.indexOf(other.kind))
}

function fateOf(before: Fields | undefined, after: Fields | undefined): Fate {
  if (isSame(before, after)) return 'same'
  if (!before) return 'added'
  return after ? 'changed' : 'gone'
}

/** Names of what differs; of a thing that stands on one side only, all that says something. */
export function differingFields({ mine, theirs }: Pick<Difference, 'mine' | 'theirs'>): string[] {
  const names = [...new Set([...Object.keys(theirs ?? {}), ...Object.keys(mine ?? {})])]
  return names.filter((name) => !isSame(mine?.[name] ?? null, theirs?.[name] ?? null))
}

/** Two values of packs are the same whatever order their keys stand in: PostgreSQL keeps none. */
const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

/** JSON with the keys of objects in order; undefined for undefined. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

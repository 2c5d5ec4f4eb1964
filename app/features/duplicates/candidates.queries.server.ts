import type { TenantContext } from '#app/core/context.ts'
import { boxAround, lookupPatterns } from './likeness.ts'

/** So many of each sort are looked at, the newest: opening an appeal costs the same in a small region and in a large one. */
const most = { person: 20, place: 30, category: 20, words: 30 } as const

/** How an appeal came to be looked at, and by what its people are known. */
export interface Candidates {
  /** Appeal to what it shares of the person: a number or a contact. */
  readonly byPerson: ReadonlyMap<string, readonly PersonKey[]>
  /** Appeals near by, of the same category, or with the same words. */
  readonly byMatter: readonly string[]
}

const personKeys = ['iin', 'bin', 'email', 'phone'] as const
export type PersonKey = (typeof personKeys)[number]

interface Asked {
  readonly id: string
  readonly applicantId: string
  readonly categoryId: string | null
  readonly placeLat: number | null
  readonly placeLon: number | null
  readonly text: string
}

type Known = Readonly<Record<PersonKey, string | null>>

/** By what two people are the same, as far as is known of both. */
export const samePersonKeys = (one: Known, other: Known): PersonKey[] =>
  personKeys.filter((key) => one[key] && one[key] === other[key])

/** Which appeals of the region may be duplicates of one, or earlier ones of its person; each found by an index of its own. */
export async function findCandidates(ctx: TenantContext, asked: Asked): Promise<Candidates> {
  const byPerson = await samePerson(ctx, asked)
  const found = [
    ...(await samePlace(ctx, asked)),
    ...(await sameCategory(ctx, asked)),
    ...(await sameWords(ctx, asked)),
  ]
  return { byPerson, byMatter: [...new Set(found)].filter((id) => id !== asked.id) }
}

async function samePerson({ db }: TenantContext, { id, applicantId }: Asked): Promise<Map<string, PersonKey[]>> {
  const me = await db
    .selectFrom('applicant')
    .select([...personKeys])
    .where('id', '=', applicantId)
    .executeTakeFirstOrThrow()
  const keysOf = new Map<string, PersonKey[]>()
  for (const key of personKeys) {
    const value = me[key]
    if (!value) continue
    const rows = await db
      .selectFrom('applicant')
      .select('id')
      .where(key, '=', value)
      .where(key, '<>', '')
      .orderBy('id', 'desc')
      .limit(most.person)
      .execute()
    for (const row of rows) keysOf.set(row.id, [...(keysOf.get(row.id) ?? []), key])
  }
  const applicantIds = [...keysOf.keys()]
  if (applicantIds.length === 0) return new Map()
  const brought = await db
    .selectFrom('appeal')
    .select(['id', 'applicantId'])
    .where('applicantId', 'in', applicantIds)
    .execute()
  const signed = await db
    .selectFrom('cosigner')
    .select(['appealId as id', 'applicantId'])
    .where('applicantId', 'in', applicantIds)
    .execute()
  const found = new Map<string, PersonKey[]>()
  for (const row of [...brought, ...signed])
    if (row.id !== id)
      found.set(row.id, [...new Set([...(found.get(row.id) ?? []), ...(keysOf.get(row.applicantId) ?? [])])])
  return found
}

async function samePlace({ db }: TenantContext, { placeLat: lat, placeLon: lon }: Asked): Promise<string[]> {
  if (lat === null || lon === null) return []
  const box = boxAround({ lat, lon })
  const rows = await db
    .selectFrom('appeal')
    .select('id')
    .where('placeLat', 'is not', null)
    .where('placeLat', '>=', box.south)
    .where('placeLat', '<=', box.north)
    .where('placeLon', '>=', box.west)
    .where('placeLon', '<=', box.east)
    .orderBy('placeLat')
    .limit(most.place * 10)
    .execute()
  // Ids grow with time: the newest come last.
  return rows
    .map(({ id }) => id)
    .toSorted()
    .slice(-most.place)
}

async function sameCategory({ db }: TenantContext, { categoryId }: Asked): Promise<string[]> {
  if (categoryId === null) return []
  const rows = await db
    .selectFrom('appeal')
    .select('id')
    .where('categoryId', '=', categoryId)
    .orderBy('id', 'desc')
    .limit(most.category)
    .execute()
  return rows.map(({ id }) => id)
}

async function sameWords({ db }: TenantContext, { text }: Asked): Promise<string[]> {
  const patterns = lookupPatterns(text)
  if (patterns.length === 0) return []
  const rows = await db
    .selectFrom('appealText')
    .select('appealId')
    .where((row) => row.and(patterns.map((pattern) => row('folded', 'like', pattern))))
    .orderBy('appealId', 'desc')
    .limit(most.words)
    .execute()
  return rows.map(({ appealId }) => appealId)
}

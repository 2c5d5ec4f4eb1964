import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { TenantDb } from '../connect.ts'
import { mentioningTables, personalTables } from '../schema/erasure.ts'

/** Tables by the names that the declarations give them. */
const anyTables = (db: TenantDb) => db as unknown as Kysely<Record<string, Record<string, unknown>>>

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `''` where something stands, NULL where nothing did. */
const blanked = (column: string): RawBuilder<unknown> => sql`case when ${sql.ref(column)} is null then null else '' end`

/** Whose rows: applicants, and what else they are known by where no key leads to them, such as an IIN or an address. */
export interface Whose {
  readonly applicants: readonly string[]
  readonly words: readonly string[]
}

/** A table with the rows in it that belong to somebody. */
interface Found {
  readonly table: string
  readonly column: string
  readonly ids: readonly string[]
  /** Left out where the rows go. */
  readonly writes?: (typeof personalTables)[number]['writes']
  readonly file?: string
}

/** Rows that only mention somebody. */
async function findMentions(db: TenantDb, words: readonly string[]): Promise<Found[]> {
  if (words.length === 0) return []
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const found: Found[] = []
  for (const { table, mentions } of mentioningTables) {
    const rows = await anyTables(db)
      .selectFrom(camelCase(table))
      .select('id')
      .where(sql<boolean>`${sql.ref(camelCase(mentions))}::text ilike any(${patterns}::text[])`)
      .execute()
    found.push({ table, column: 'id', ids: rows.map(({ id }) => String(id)) })
  }
  return found
}

/** Where somebody's rows stand, in the order in which they are emptied: what leads to others goes last. */
async function findRows(db: TenantDb, { applicants, words }: Whose): Promise<Found[]> {
  const mentions = await findMentions(db, words)
  const known = new Map(mentions.map(({ table, ids }) => [table, ids]))
  known.set('applicant', applicants)
  const found: Found[] = []
  for (const { table, by, orBy, writes, file } of personalTables) {
    for (const [column, of] of orBy ? [by, orBy] : [by]) {
      const ids = known.get(of) ?? []
      found.push({ table, column: camelCase(column), ids, writes, file: file && camelCase(file) })
    }
    if (table === by[1] || !personalTables.some(({ by }) => by[1] === table)) continue
    const ids = known.get(by[1]) ?? []
    known.set(table, ids.length > 0 ? await idsOf(db, table, camelCase(by[0]), ids) : [])
  }
  return [...found, ...mentions].filter(({ ids }) => ids.length > 0)
}

async function idsOf(db: TenantDb, table: string, column: string, ids: readonly string[]): Promise<string[]> {
  const rows = await anyTables(db).selectFrom(camelCase(table)).select('id').where(column, 'in', ids).execute()
  return rows.map(({ id }) => String(id))
}

/**
 * Empties what the declarations say of somebody, table after table; with `only` in that table alone. Belongs in one
 * transaction.
 */
export async function eraseRows(db: TenantDb, whose: Whose, only?: 'attachment'): Promise<void> {
  for (const { table, column, ids, writes } of await findRows(db, whose)) {
    if (only && table !== only) continue
    const name = camelCase(table)
    if (!writes) {
      await anyTables(db).deleteFrom(name).where(column, 'in', ids).execute()
      continue
    }
    const values = Object.entries(writes).map(([column, value]) => [
      camelCase(column),
      value === '' ? blanked(camelCase(column)) : value,
    ])
    await anyTables(db).updateTable(name).set(Object.fromEntries(values)).where(column, 'in', ids).execute()
  }
}

/** Keys of the files in the store that belong to these applicants, erased or not. */
export async function personalFiles(db: TenantDb, applicants: readonly string[]): Promise<string[]> {
  const keys: string[] = []
  for (const { table, column, ids, file } of await findRows(db, { applicants, words: [] })) {
    if (!file) continue
    const rows = await anyTables(db)
      .selectFrom(camelCase(table))
      .select(`${file} as key`)
      .where(column, 'in', ids)
      .execute()
    keys.push(...rows.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])))
  }
  return keys
}

import type { Kysely } from 'kysely'
import type { TenantDb } from '../connect.ts'
import { bundle, type Bundled } from '../schema/bundle.ts'

/** Tables by the names that the declarations give them. */
const anyTables = (db: TenantDb) => db as unknown as Kysely<Record<string, Record<string, unknown>>>

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What of a table belongs to an appeal. */
export interface BundledRows {
  /** As named in SQL. */
  readonly table: string
  /** As the product names columns, without those that the declarations hide. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Every row that belongs to an appeal, table by table, in the order they are declared; tables without any are there too. */
export async function bundleRows(db: TenantDb, appealId: string): Promise<BundledRows[]> {
  const declared: readonly (readonly [table: string, Bundled])[] = Object.entries(bundle)
  const whole = new Map<string, readonly Readonly<Record<string, unknown>>[]>()
  const found: BundledRows[] = []
  for (const [table, how] of declared) {
    if (how === 'none' || 'leftOut' in how) continue
    const leads =
      'about' in how
        ? [{ column: how.about, keys: [appealId, ...[...whole.values()].flatMap((rows) => idsIn(rows, 'id'))] }]
        : [how.by, ...(how.or ? [how.or] : [])].map(([column, of, ofColumn]) => ({
            column,
            keys: of === table ? [appealId] : idsIn(whole.get(of) ?? [], ofColumn ?? 'id'),
          }))
    const only = 'about' in how ? undefined : how.only
    const known = leads.filter(({ keys }) => keys.length > 0)
    const rows =
      known.length === 0
        ? []
        : await anyTables(db)
            .selectFrom(camelCase(table))
            .selectAll()
            .where((where) =>
              where.or(known.map(({ column, keys }) => where(camelCase(column), 'in', [...new Set(keys)]))),
            )
            .$if(only !== undefined, (query) => query.where(camelCase(only?.[0] ?? ''), '=', only?.[1] ?? ''))
            .execute()
    const sorted = rows.toSorted((a, b) => String(a.id ?? '').localeCompare(String(b.id ?? '')))
    whole.set(table, sorted)
    const hidden = new Set((how.hides ?? []).map(camelCase))
    found.push({
      table,
      rows: sorted.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name)))),
    })
  }
  return found
}

const idsIn = (rows: readonly Readonly<Record<string, unknown>>[], column: string): string[] =>
  rows.flatMap((row) => {
    const value = row[camelCase(column)]
    return typeof value === 'string' ? [value] : []
  })

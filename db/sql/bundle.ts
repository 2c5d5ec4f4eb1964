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
    const [column, keys] =
      'about' in how
        ? ([how.about, [appealId, ...[...whole.values()].flatMap((rows) => idsIn(rows, 'id'))]] as const)
        : ([
            how.by[0],
            how.by[1] === table ? [appealId] : idsIn(whole.get(how.by[1]) ?? [], how.by[2] ?? 'id'),
          ] as const)
    const rows =
      keys.length === 0
        ? []
        : await anyTables(db)
            .selectFrom(camelCase(table))
            .selectAll()
            .where(camelCase(column), 'in', [...new Set(keys)])
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

import pg from 'pg'
import { loginsOf, type Logins } from '../fences.ts'
import { asOwner, migrateTenant } from '../migrate.ts'
import { databaseOf, tenantShadow, type TenantShadow } from '../names.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/** A region with one hotline, whose number nobody but this region may ever see. */
interface MarkedRegion extends TenantShadow {
  readonly marker: string
}

/** Two regions on a throwaway database, bare of packs and people; the second is always the witness. */
export interface TwoRegions {
  readonly database: TestDatabase
  readonly logins: Logins
  readonly almaty: MarkedRegion
  readonly shymkent: MarkedRegion
}

export async function openTwoRegions(superuserUrl: string): Promise<TwoRegions> {
  const database = await createTestDatabase(superuserUrl)
  const open = async (slug: string): Promise<MarkedRegion> => {
    const shadow = tenantShadow(databaseOf(database.urls.runtime), slug)
    await migrateTenant(database.urls.owner, database.urls.runtime, shadow)
    const marker = `only-in-${slug}`
    await database.rows(`insert into ${shadow.schema}.hotline values ('marker', $1, 'short', 0)`, [marker])
    return { ...shadow, marker }
  }
  const logins = loginsOf(database.urls)
  return { database, logins, almaty: await open('almaty'), shymkent: await open('shymkent') }
}

/** Every table of a schema, by its qualified name, with the name of one of its columns. */
export async function tablesOf(database: TestDatabase, schema: string): Promise<{ table: string; column: string }[]> {
  return database.rows(
    `select format('%I.%I', n.nspname, c.relname) as table, a.attname as column
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
      where n.nspname = $1 and c.relkind in ('r', 'p') order by 1`,
    [schema],
  )
}

/** The four things one can do to the rows of a table. */
export const statementsOn = ({ table, column }: { table: string; column: string }) => [
  `select * from ${table} limit 1`,
  `insert into ${table} default values`,
  `update ${table} set ${column} = ${column}`,
  `delete from ${table}`,
]

/** What came of a statement: its rows, or the code and the words with which it was refused. */
export interface Outcome {
  readonly rows?: readonly unknown[]
  readonly code?: string
  readonly message?: string
}

export const outcomeOf = (answer: Promise<{ rows: readonly unknown[] }>): Promise<Outcome> =>
  answer.then(
    ({ rows }) => ({ rows }),
    (error: unknown) => ({ code: (error as { code?: string }).code, message: (error as Error).message }),
  )

/**
 * A connection of the runtime with a door opened by hand, for statements that the product's door would not carry: what
 * refuses them here is the database alone. Every statement has a transaction of its own, which is rolled back.
 */
export async function openByHand(url: string, { schema, role }: TenantShadow) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const extended = (text: string, values: readonly unknown[] = []) => {
    const query = { text, values: [...values], queryMode: 'extended' }
    return client.query(query)
  }
  return {
    /** Runs each by the extended protocol in one transaction; the outcome is the last one's, or the first refusal. */
    async run(...statements: readonly string[]): Promise<Outcome> {
      await client.query(`begin; set local role ${role}; set local search_path = ${schema}, extensions`)
      let outcome: Outcome = {}
      for (const statement of statements) {
        outcome = await outcomeOf(extended(statement))
        if (outcome.code) break
      }
      await client.query('rollback')
      return outcome
    },
    close: () => client.end(),
  }
}

/** Runs one statement as the superuser in this database: to open a fence, or to close it again. */
export const asSuperuser = (database: TestDatabase, ...statements: readonly string[]): Promise<void> =>
  asOwner(database.urls.superuser, async (client) => {
    for (const statement of statements) await client.query(statement)
  })

import type { Kysely, KyselyPlugin } from 'kysely'
import pg from 'pg'
import { kyselyOver, openDoor, type Door, type DoorAccess, type DoorTarget, type LentClient } from './doors.ts'
import { databaseOf, platformRoles, type TenantShadow } from './names.ts'
import type { ControlTables } from './schema/control.ts'
import type { NationalTables } from './schema/national.ts'
import type { TenantTables } from './schema/tenant.ts'

export type TenantDb = Kysely<TenantTables>
export type ControlDb = Kysely<ControlTables>
export type NationalDb = Kysely<NationalTables>

/** A read door that opens at its first query and is shared by everything that reads for one request. */
export interface ReadDoor<Tables> {
  readonly db: Kysely<Tables>
  /**
   * Runs `read` on the same connection, each statement for at most so many milliseconds: a longer one is given up, with an
   * error of PostgreSQL's class 57014.
   */
  brief<T>(milliseconds: number, read: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  /** Gives the connection back, so that a write may take one; the next query opens the door anew. */
  release(): Promise<void>
  /** Gives the connection back for good: a query that comes later is refused, so none can hold a connection for ever. */
  close(): Promise<void>
}

/** The runtime's way to PostgreSQL: three doors, and nothing without a door. */
export interface Database {
  /** One transaction in a tenant's schema under the tenant's role; commits when `work` returns, else rolls back. */
  withTenant<T>(tenant: TenantShadow, work: (db: TenantDb) => Promise<T>): Promise<T>
  /** The same for the directory, platform people and rate limits. */
  withControl<T>(work: (db: ControlDb) => Promise<T>): Promise<T>
  /** The same for impersonal national figures. */
  withNational<T>(work: (db: NationalDb) => Promise<T>): Promise<T>
  tenantReader(tenant: TenantShadow): ReadDoor<TenantTables>
  controlReader(): ReadDoor<ControlTables>
  /** A Kysely that opens and commits a door per statement: a refused sign-in must not take its failure count back. */
  tenantPerStatement(tenant: TenantShadow): TenantDb
  controlPerStatement(): ControlDb
  /** One bare statement through the control door, for libraries that bring their own SQL text. */
  controlQuery(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  /** Says on `channel` that there is work. Outside any door: a hint, never the truth. */
  notify(channel: string, payload: string): Promise<void>
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  readonly applicationName: string
  readonly maxConnections?: number
  /** Plugins that see every query before it is qualified and compiled, for tests of the SQL rules. */
  readonly plugins?: readonly KyselyPlugin[]
}

const dateOid = 1082

/** Calendar dates stay text: a JavaScript Date would give them a time and move them across zones. */
const dateAsText: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === dateOid ? (value: string) => value : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig

/** Opens the runtime pool. Connections are recycled after 15 minutes: a backend keeps memory for each tenant it met. */
export function openDatabase(options: DatabaseOptions): Database {
  const roles = platformRoles(databaseOf(options.url))
  const control: DoorTarget = { schema: 'control', role: roles.control }
  const national: DoorTarget = { schema: 'national', role: roles.national }
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.maxConnections ?? 10,
    maxLifetimeSeconds: 900,
    connectionTimeoutMillis: 5000,
    types: dateAsText,
  })
  // An idle connection that the server closed is no error of ours: the pool opens another.
  pool.on('error', () => undefined)
  // The same for a lent one: its next query is refused, and that refusal is what the caller sees.
  pool.on('connect', (client) => client.on('error', () => undefined))

  async function through<Tables, T>(target: DoorTarget, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const door = await openDoor(pool, target, 'write')
    try {
      const result = await work(kyselyOver<Tables>(async () => door.client, target.schema, options.plugins))
      await door.commit()
      return result
    } catch (error) {
      await door.rollback()
      throw error
    }
  }

  function reader<Tables>(target: DoorTarget): ReadDoor<Tables> {
    let opening: Promise<Door> | undefined
    let closed = false
    const acquire = async () => {
      if (closed) throw new Error('This read door is closed: open a new one for the next request')
      return (opening ??= openDoor(pool, target, 'read'))
    }
    const over = (client: () => Promise<LentClient>) => kyselyOver<Tables>(client, target.schema, options.plugins)
    const release = async () => {
      const open = opening
      opening = undefined
      const door = await open?.catch(() => undefined)
      await door?.rollback()
    }
    return {
      db: over(async () => (await acquire()).client),
      brief: async (milliseconds, read) =>
        (await acquire()).brief(milliseconds, (client) => read(over(async () => client))),
      release,
      close: () => {
        closed = true
        return release()
      },
    }
  }

  async function oneStatement(target: DoorTarget, access: DoorAccess, text: string, values?: readonly unknown[]) {
    const door = await openDoor(pool, target, access)
    try {
      const result = await door.client.query(text, values)
      await door.commit()
      return result
    } catch (error) {
      await door.rollback()
      throw error
    }
  }

  const perStatement = <Tables>(target: DoorTarget) =>
    kyselyOver<Tables>(
      async () => ({ query: (text, values) => oneStatement(target, 'write', text, values) }),
      target.schema,
      options.plugins,
    )

  return {
    withTenant: (tenant, work) => through(tenant, work),
    withControl: (work) => through(control, work),
    withNational: (work) => through(national, work),
    tenantReader: (tenant) => reader<TenantTables>(tenant),
    controlReader: () => reader<ControlTables>(control),
    tenantPerStatement: (tenant) => perStatement<TenantTables>(tenant),
    controlPerStatement: () => perStatement<ControlTables>(control),
    controlQuery: (text, values) => oneStatement(control, 'write', text, values),
    notify: async (channel, payload) => {
      await pool.query('select pg_notify($1, $2)', [channel, payload])
    },
    close: () => pool.end(),
  }
}

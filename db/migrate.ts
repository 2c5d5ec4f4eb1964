import { createHash } from 'node:crypto'
import pg from 'pg'
import { migrations, type Migration } from './migrations/index.ts'
import { checkedIdentifier, checkedSchema, loginOf, type TenantShadow } from './names.ts'

/** A short-lived connection of the owner role. Only the worker and the command line ever have one. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'bir-tereze-owner' })
  // The statement under way is refused when the server goes away; that is what the caller sees.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * A lock that was not to be had in time, a deadlock, and PostgreSQL's word for two grants on one shared row (roles belong to
 * the whole cluster, so another database's provisioning can be the other one).
 */
const passing = (error: unknown) => {
  const { code, message } = error as { code?: string; message?: string }
  return code === '55P03' || code === '40P01' || (code === 'XX000' && message === 'tuple concurrently updated')
}

/** Runs `work` in a transaction, again when something passing stood in the way (a lock is waited for two seconds); gives up after ten tries. */
export async function inOwnerTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin')
      await client.query(`set local lock_timeout = '2s'`)
      await work()
      await client.query('commit')
      return
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      if (!passing(error) || attempt === 10) throw error
    }
  }
}

/** Lets others who do the same wait until this transaction ends, so that none finds missing what another is making. */
const oneAtATime = (client: pg.Client, what: string) =>
  client.query('select pg_advisory_xact_lock(hashtext($1))', [`migrate:${what}`])

/** Makes the ledger that says which migration ran where. It is older than the first migration, so it stands here. */
async function ensureLedger(client: pg.Client): Promise<void> {
  await client.query(`create schema if not exists control`)
  await client.query(`create table if not exists control.migration_ledger (
    scope text not null,
    name text not null,
    applied_at timestamptz not null default now(),
    primary key (scope, name)
  )`)
  // What the ledger comes to for a schema, in one word: so that a thousand regions are checked without counting its lines.
  await client.query(`create table if not exists control.migration_mark (
    scope text primary key,
    steps text not null
  )`)
}

/** The same steps, the same word. */
export const markOf = (steps: readonly Migration[]): string =>
  createHash('sha256')
    .update(JSON.stringify(steps.map(({ name }) => name)))
    .digest('hex')

async function applyPending(client: pg.Client, schema: string, all: readonly Migration[], role: string) {
  await inOwnerTransaction(client, () => applyWithin(client, schema, all, role))
}

/** Applies what the ledger does not know of this schema yet, inside the caller's transaction. */
async function applyWithin(client: pg.Client, schema: string, all: readonly Migration[], role: string): Promise<void> {
  await oneAtATime(client, schema)
  const done = await client.query<{ name: string }>('select name from control.migration_ledger where scope = $1', [
    schema,
  ])
  const names = new Set(done.rows.map((row) => row.name))
  const pending = all.filter((migration) => !names.has(migration.name))
  await client.query(`create schema if not exists ${checkedSchema(schema)}`)
  await client.query(`set local search_path = ${checkedSchema(schema)}, extensions`)
  for (const migration of pending) {
    for (const statement of migration.statements) await client.query(statement)
    await client.query('insert into control.migration_ledger (scope, name) values ($1, $2)', [schema, migration.name])
  }
  await grantDoor(client, schema, role)
  await client.query(
    `insert into control.migration_mark (scope, steps) values ($1, $2)
      on conflict (scope) do update set steps = excluded.steps where migration_mark.steps <> excluded.steps`,
    [schema, markOf(all)],
  )
}

const rights = ['select', 'insert', 'update', 'delete'] as const

/** What the door's role may do with a table of its schema: read and write, but the journal takes new rows only. */
function rightsOn(schema: string, table: string): readonly (typeof rights)[number][] {
  if (schema === 'control' && (table === 'migration_ledger' || table === 'migration_mark')) return ['select']
  return table === 'journal' && schema !== 'national' ? ['select', 'insert'] : rights
}

/**
 * Gives the door's role its rights, and takes what is too much. Only what differs is written: granted anew, every table's line
 * in the catalogue is written anew, and a thousand regions have seventy thousand.
 */
async function grantDoor(client: pg.Client, schema: string, role: string): Promise<void> {
  const [inSchema, toRole] = [checkedSchema(schema), checkedIdentifier(role)]
  const held = rights.map((right) => `case when has_table_privilege($2, c.oid, '${right}') then '${right}' end`)
  const { rows } = await client.query<{ name: string | null; entered: boolean; held: string[] }>(
    `select c.relname::text as name, has_schema_privilege($2, n.oid, 'usage') as entered,
        array_remove(array[${held.join(', ')}], null) as held
       from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p')
      where n.nspname = $1`,
    [inSchema, toRole],
  )
  if (!rows[0]?.entered) await client.query(`grant usage on schema ${inSchema} to ${toRole}`)
  const lacking = new Map<string, string[]>()
  for (const { name, held } of rows) {
    if (name === null) continue
    const table = `${inSchema}.${checkedIdentifier(name)}`
    const due: readonly string[] = rightsOn(schema, name)
    const tooMuch = held.filter((right) => !due.includes(right))
    if (tooMuch.length > 0) await client.query(`revoke ${tooMuch.join(', ')} on ${table} from ${toRole}`)
    const grant = due.join(', ')
    if (due.some((right) => !held.includes(right))) lacking.set(grant, [...(lacking.get(grant) ?? []), table])
  }
  for (const [grant, tables] of lacking) await client.query(`grant ${grant} on ${tables.join(', ')} to ${toRole}`)
}

/** Brings `control` and `national` to the newest step. */
export async function migratePlatform(ownerUrl: string, roles: { control: string; national: string }): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await inOwnerTransaction(client, async () => {
      await oneAtATime(client, 'ledger')
      await client.query(`create schema if not exists extensions`)
      // Trigrams make words findable from their middle. It is a trusted extension: the owner may make it.
      await client.query(`create extension if not exists pg_trgm schema extensions`)
      // The one function of it that would change a connection's settings past the transaction.
      await client.query(`revoke execute on function extensions.set_limit(real) from public`)
      await ensureLedger(client)
    })
    await applyPending(client, 'control', migrations.control, roles.control)
    await applyPending(client, 'national', migrations.national, roles.national)
  })
}

/**
 * Brings one tenant to the newest step, all of it in one transaction of its own. Makes the schema and the role when
 * they are missing, so a half-done provisioning is finished by running it again.
 */
export async function migrateTenant(
  ownerUrl: string,
  runtimeUrl: string,
  tenant: TenantShadow,
  steps: readonly Migration[] = migrations.tenant,
): Promise<void> {
  await asOwner(ownerUrl, (client) => migrateTenantOver(client, runtimeUrl, tenant, steps))
}

/** The same over a connection of the owner that is there already and in no transaction. */
export async function migrateTenantOver(
  client: pg.Client,
  runtimeUrl: string,
  tenant: TenantShadow,
  steps: readonly Migration[] = migrations.tenant,
): Promise<void> {
  const role = checkedIdentifier(tenant.role)
  // Roles belong to the whole cluster: what stands in another database's way is given back before the long part.
  await inOwnerTransaction(client, async () => {
    await oneAtATime(client, tenant.schema)
    await ensureRole(client, runtimeUrl, role)
  })
  await applyPending(client, tenant.schema, steps, role)
}

/** The same inside the caller's transaction, which may then undo all of it, the role too. */
export async function migrateTenantWithin(
  client: pg.Client,
  runtimeUrl: string,
  tenant: TenantShadow,
  steps: readonly Migration[] = migrations.tenant,
): Promise<void> {
  await ensureRole(client, runtimeUrl, checkedIdentifier(tenant.role))
  await applyWithin(client, tenant.schema, steps, tenant.role)
}

async function ensureRole(client: pg.Client, runtimeUrl: string, role: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (known.rowCount === 0) {
    // LOGIN without a password: Citus refuses NOLOGIN roles, and without a password no one logs in as it.
    await client.query(`create role ${role} login noinherit`)
  }
  await client.query(`grant ${role} to ${loginOf(runtimeUrl)}`)
}

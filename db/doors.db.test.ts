import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase, type Database } from './connect.ts'
import { openDoor } from './doors.ts'
import { checkedIdentifier, checkedSchema, databaseOf, loginOf, tenantShadow } from './names.ts'
import { openTwoRegions, outcomeOf, statementsOn, tablesOf, type TwoRegions } from './testing/regions.ts'

let world: TwoRegions
let database: Database

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
  database = openDatabase({ url: world.database.urls.runtime, applicationName: 'doors', maxConnections: 2 })
})

afterAll(async () => {
  await database?.close()
  await world?.database.drop()
})

const refused = '42501'
const everySchema = () => [world.almaty.schema, world.shymkent.schema, 'control', 'national']

/** Every door by the schema behind it. */
const through = (schema: string, statement: string): Promise<{ rows: unknown[] }> => {
  const raw = sql.raw(statement)
  if (schema === 'control') return database.withControl((db) => raw.execute(db))
  if (schema === 'national') return database.withNational((db) => raw.execute(db))
  const region = [world.almaty, world.shymkent].find((known) => known.schema === schema)!
  return database.withTenant(region, (db) => raw.execute(db))
}

test('without a door the runtime can neither read nor write a single table', async () => {
  const client = new pg.Client({ connectionString: world.database.urls.runtime })
  await client.connect()
  const codes = new Map<string, string | undefined>()
  for (const schema of everySchema()) {
    const tables = await tablesOf(world.database, schema)
    for (const statement of tables.flatMap(statementsOn)) {
      codes.set(statement, (await outcomeOf(client.query(statement))).code)
    }
  }
  await client.end()
  expect(codes.size).toBeGreaterThan(200)
  expect([...codes].filter(([, code]) => code !== refused)).toEqual([])
})

test('no door leads into another schema: every table of every other one, by its qualified name', async () => {
  const tried: [string, string, string | undefined][] = []
  for (const from of everySchema()) {
    for (const to of everySchema().filter((schema) => schema !== from)) {
      const tables = await tablesOf(world.database, to)
      for (const statement of tables.flatMap(statementsOn)) {
        tried.push([from, statement, (await outcomeOf(through(from, statement))).code])
      }
    }
  }
  expect(tried.length).toBeGreaterThan(600)
  expect(tried.filter(([, , code]) => code !== refused)).toEqual([])
})

test('each door reads every table behind it, so the refusals above are no accident', async () => {
  for (const schema of everySchema()) {
    for (const { table } of await tablesOf(world.database, schema)) {
      expect(await outcomeOf(through(schema, `select count(*) from ${table}`)), table).toHaveProperty('rows')
    }
  }
})

test('a granted right is felt at once: these tests would notice an open wall', async () => {
  const { almaty, shymkent } = world
  const look = `select number from ${shymkent.schema}.hotline`
  await world.database.rows(`grant usage on schema ${shymkent.schema} to ${almaty.role}`)
  await world.database.rows(`grant select on ${shymkent.schema}.hotline to ${almaty.role}`)
  expect((await through(almaty.schema, look)).rows).toEqual([{ number: shymkent.marker }])
  await world.database.rows(`revoke select on ${shymkent.schema}.hotline from ${almaty.role}`)
  await world.database.rows(`revoke usage on schema ${shymkent.schema} from ${almaty.role}`)
  expect(await outcomeOf(through(almaty.schema, look))).toHaveProperty('code', refused)
})

test('names without a schema mean the region’s own tables, and a built query names its schema', async () => {
  for (const region of [world.almaty, world.shymkent]) {
    expect((await through(region.schema, 'select number from hotline')).rows).toEqual([{ number: region.marker }])
    const built = await database.withTenant(region, (db) => db.selectFrom('hotline').select('number').execute())
    expect(built).toEqual([{ number: region.marker }])
  }
})

test('a door with one region’s role and the other’s schema opens onto nothing', async () => {
  const mixed = { schema: world.shymkent.schema, role: world.almaty.role }
  const reading = database.withTenant(mixed, (db) => db.selectFrom('hotline').selectAll().execute())
  expect(await outcomeOf(reading.then((rows) => ({ rows })))).toHaveProperty('code', refused)
})

test('the runtime may become no role but those of its doors', async () => {
  for (const role of [world.logins.owner, world.logins.jobs, 'postgres', 'pg_read_all_data']) {
    const opening = database.withTenant({ schema: world.almaty.schema, role }, async () => ({ rows: [] }))
    expect(await outcomeOf(opening), role).toHaveProperty('code', refused)
  }
})

test('the journal takes new rows and gives none back, in a region and in control', async () => {
  const row = `('j1', now(), 'system', null, 'e', 's', '1', '{}', '{}', 'r')`
  for (const schema of [world.almaty.schema, world.shymkent.schema, 'control']) {
    await through(schema, `insert into journal values ${row}`)
    expect((await through(schema, 'select id from journal')).rows).toEqual([{ id: 'j1' }])
    for (const edit of [`update journal set event = 'x'`, 'delete from journal', 'select 1 from journal for update']) {
      expect(await outcomeOf(through(schema, edit)), `${schema}: ${edit}`).toHaveProperty('code', refused)
    }
    const upsert = `insert into journal values ${row} on conflict (id) do update set event = 'x'`
    expect(await outcomeOf(through(schema, upsert))).toHaveProperty('code', refused)
  }
  const [truncates] = await world.database.rows(
    `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any($1)
        and exists (select from pg_roles r where r.rolname = any($2) and has_table_privilege(r.oid, c.oid, 'truncate'))`,
    [everySchema(), [world.almaty.role, world.shymkent.role, world.logins.control, world.logins.national]],
  )
  expect(truncates).toEqual({ tables: 0 })
})

test('the control door reads the migration ledger and cannot write it', async () => {
  expect((await through('control', 'select 1 from migration_ledger limit 1')).rows).toHaveLength(1)
  const writes = [
    `insert into control.migration_ledger values ('x', 'y')`,
    `update control.migration_ledger set name = 'z'`,
    'delete from control.migration_ledger',
  ]
  for (const write of writes) expect(await outcomeOf(through('control', write))).toHaveProperty('code', refused)
})

describe('a name that breaks its pattern', () => {
  const nowhere = 'postgres://rt:secret@127.0.0.1:1/nowhere'
  const hostile = [
    '',
    ' ',
    't_a; drop schema control cascade',
    't_a"; set role postgres; --',
    't_a, t_b',
    't_a\nset role postgres',
    't_a--',
    't_a/**/',
    "t_a'",
    't_a$$',
    'T_A',
    't_қ',
    't_a\0',
    'pg_catalog.t_a',
  ]

  test.each(hostile)('%j opens no door and takes no connection', async (name) => {
    const pool = new pg.Pool({ connectionString: nowhere })
    const good = { schema: 't_a', role: 'tn_a' }
    for (const target of [
      { ...good, schema: name },
      { ...good, role: name },
    ]) {
      await expect(openDoor(pool, target, 'write')).rejects.toThrow(RangeError)
      await expect(openDoor(pool, target, 'read')).rejects.toThrow(RangeError)
    }
    expect([pool.totalCount, pool.waitingCount]).toEqual([0, 0])
    await pool.end()
    expect(() => tenantShadow('bt', name)).toThrow(RangeError)
    const inUrl = `postgres://${encodeURIComponent(name)}@localhost/${encodeURIComponent(name)}`
    expect(() => databaseOf(inUrl)).toThrow(RangeError)
    expect(() => loginOf(inUrl)).toThrow(RangeError)
  })

  test('is refused by its length too, before PostgreSQL would cut it to a neighbour’s', () => {
    expect(() => checkedSchema(`t_${'a'.repeat(41)}`)).toThrow(RangeError)
    expect(() => checkedIdentifier('a'.repeat(64))).toThrow(RangeError)
    expect(() => tenantShadow('bt', 'a'.repeat(31))).toThrow(RangeError)
    expect(() => tenantShadow('b'.repeat(40), 'a'.repeat(30))).toThrow(RangeError)
  })

  test.each(['public', 'pg_catalog', 'information_schema', 'graphile_worker', 't_', 'tenant', 'controls'])(
    '%s is no schema of a door',
    (schema) => {
      expect(() => checkedSchema(schema)).toThrow(RangeError)
    },
  )
})

test('a brief read is given up in time, and takes nothing of the door or of the other readers along', async () => {
  const reader = database.tenantReader(world.almaty)
  const one = sql<{ n: number }>`select 1 as n`
  const [, given, beside] = await Promise.all([
    one.execute(reader.db),
    outcomeOf(reader.brief(50, (db) => sql`select pg_sleep(5)`.execute(db))),
    one.execute(reader.db),
  ])
  expect(given.code).toBe('57014')
  expect(beside.rows).toEqual([{ n: 1 }])
  // What comes after it may take its time again.
  await sql`select pg_sleep(0.2)`.execute(reader.db)
  await expect(reader.brief(5000, (db) => one.execute(db))).resolves.toMatchObject({ rows: [{ n: 1 }] })
  await sql`select pg_sleep(0.2)`.execute(reader.db)
  await reader.close()
})

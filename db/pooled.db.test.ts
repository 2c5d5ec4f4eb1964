import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { startPgBouncer, type PgBouncer } from '#infra/testing/pgbouncer.ts'
import { openDatabase, type Database, type TenantDb } from './connect.ts'
import { openDoor } from './doors.ts'
import { openTwoRegions, type TwoRegions } from './testing/regions.ts'

let world: TwoRegions
let bouncer: PgBouncer

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
  bouncer = await startPgBouncer(world.database.urls.runtime, 1)
})

afterAll(async () => {
  await bouncer?.stop()
  await world?.database.drop()
})

const hotline = (id: string) => ({ id, number: id, kind: 'short' as const, position: 1 })
const idsOf = async (schema: string) =>
  (await world.database.rows<{ id: string }>(`select id from ${schema}.hotline order by id`)).map(({ id }) => id)
const pidOf = async (db: TenantDb) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid
/** The moment a transaction began tells one from the next. */
const transactionOf = async (db: TenantDb) =>
  (await sql<{ began: string }>`select now()::text as began`.execute(db)).rows[0]!.began

/** Everything a session can remember from one transaction to the next. */
const remembered = `select pg_backend_pid() as pid, session_user::text, current_user::text,
    current_setting('role') as role, current_setting('search_path') as path,
    current_setting('statement_timeout') as timeout,
    current_setting('idle_in_transaction_session_timeout') as idle_timeout,
    current_setting('transaction_read_only') as read_only,
    (select array_agg(name order by name) from pg_settings where source = 'session') as settings,
    (select count(*)::int from pg_prepared_statements) as plans,
    (select count(*)::int from pg_cursors where is_holdable) as cursors,
    (select count(*)::int from pg_locks where pid = pg_backend_pid() and locktype = 'advisory') as locks,
    (select count(*)::int from pg_listening_channels()) as channels,
    pg_my_temp_schema()::int as temp`

const ways = [
  { way: 'straight to PostgreSQL', address: () => world.database.urls.runtime },
  { way: 'through PgBouncer in transaction mode', address: () => bouncer.url },
]

describe.each(ways)('one connection for all, $way', ({ address }) => {
  let pool: pg.Pool
  let database: Database
  const readers: { close(): Promise<void> }[] = []
  const readerOfAlmaty = () => {
    const reader = database.tenantReader(world.almaty)
    readers.push(reader)
    return reader
  }

  beforeEach(() => {
    pool = new pg.Pool({ connectionString: address(), max: 1 })
    pool.on('error', () => undefined)
    database = openDatabase({ url: address(), applicationName: 'pooled', maxConnections: 1 })
  })

  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.close()
    await pool.end()
    await database.close()
    for (const { schema } of [world.almaty, world.shymkent])
      await world.database.rows(`delete from ${schema}.hotline where id <> 'marker'`)
  })

  describe.each(['read', 'write'] as const)('a %s door leaves nothing behind', (access) => {
    test.each(['commit', 'rollback', 'broken query', 'refused query'] as const)('after %s', async (ending) => {
      const bare = (await pool.query(remembered)).rows[0]
      expect(bare).toMatchObject({ current_user: world.logins.runtime, role: 'none', timeout: '0', temp: 0, locks: 0 })

      const door = await openDoor(pool, world.almaty, access)
      const inside = (await door.client.query(remembered)).rows[0]
      for (let time = 0; time < 8; time += 1)
        await door.client.query('select number from hotline where id = $1', ['marker'])
      await door.client.query('select pg_advisory_xact_lock(7), pg_notify($1, $2)', ['outbox', 'hint'])
      if (ending === 'broken query') await door.client.query('select 1 / 0').catch(() => undefined)
      if (ending === 'refused query') await door.client.query('select * from control.tenant').catch(() => undefined)
      if (ending === 'commit') await door.commit()
      else await door.rollback()

      expect(inside).toMatchObject({
        pid: bare.pid,
        current_user: world.almaty.role,
        path: `${world.almaty.schema}, extensions`,
        timeout: '15s',
        idle_timeout: '30s',
        read_only: access === 'read' ? 'on' : 'off',
      })
      expect((await pool.query(remembered)).rows[0]).toEqual(bare)
      const next = await openDoor(pool, world.shymkent, 'write')
      const met = (await next.client.query(remembered)).rows[0]
      const seen = (await next.client.query('select number from hotline')).rows
      await next.rollback()
      expect(met).toMatchObject({
        pid: bare.pid,
        current_user: world.shymkent.role,
        path: `${world.shymkent.schema}, extensions`,
        read_only: 'off',
        settings: inside.settings.filter((name: string) => name !== 'transaction_read_only'),
        locks: 0,
        plans: 0,
      })
      expect(seen).toEqual([{ number: world.shymkent.marker }])
    })
  })

  test('what went wrong in one region is not felt by the next', async () => {
    const { almaty, shymkent } = world
    const wrong = [
      () => Promise.reject(new Error('changed its mind')),
      (db: TenantDb) => sql`select 1 / 0`.execute(db),
      (db: TenantDb) => sql.raw(`select * from ${shymkent.schema}.hotline`).execute(db),
      (db: TenantDb) => sql.raw('selec').execute(db),
      (db: TenantDb) => db.insertInto('hotline').values(hotline('marker')).execute(),
    ]
    for (const fail of wrong) {
      const writing = database.withTenant(almaty, async (db) => {
        await db.insertInto('hotline').values(hotline('half-written')).execute()
        await fail(db)
      })
      await expect(writing).rejects.toThrow(/changed its mind|division|permission|A door carries|duplicate/)
      await database.withTenant(shymkent, async (db) => {
        const seen = await db.selectFrom('hotline').select('number').execute()
        expect(seen).toEqual([{ number: shymkent.marker }])
      })
    }
    expect(await idsOf(almaty.schema)).toEqual(['marker'])
  })

  test('a transaction that was lost to a swallowed error is not said to be committed', async () => {
    const writing = database.withTenant(world.almaty, async (db) => {
      await db.insertInto('hotline').values(hotline('lost')).execute()
      await sql`select 1 / 0`.execute(db).catch(() => undefined)
    })
    await expect(writing).rejects.toThrow('The transaction was lost before its commit')
    expect(await idsOf(world.almaty.schema)).toEqual(['marker'])
    await database.withTenant(world.shymkent, (db) => db.insertInto('hotline').values(hotline('next')).execute())
    expect(await idsOf(world.shymkent.schema)).toEqual(['marker', 'next'])
  })

  test('a connection that is killed in the middle is never used again', async () => {
    let killed = 0
    const writing = database.withTenant(world.almaty, async (db) => {
      await db.insertInto('hotline').values(hotline('killed')).execute()
      killed = await pidOf(db)
      await world.database.rows('select pg_terminate_backend($1, 5000)', [killed])
      await db.selectFrom('hotline').selectAll().execute()
    })
    await expect(writing).rejects.toThrow(/terminat|not queryable|server closed|server conn/i)
    expect(await database.withTenant(world.shymkent, pidOf)).not.toBe(killed)
    expect(await idsOf(world.almaty.schema)).toEqual(['marker'])
  })

  test('a query that outlives its door is refused, whoever has the connection now', async () => {
    const { almaty, shymkent } = world
    const kept: { db?: TenantDb } = {}
    await database.withTenant(almaty, async (db) => {
      kept.db = db
    })
    const late = () => kept.db!.selectFrom('hotline').selectAll().execute()
    await expect(late()).rejects.toThrow(/door is closed/)
    await database.withTenant(shymkent, async () => {
      await expect(late()).rejects.toThrow(/door is closed/)
    })
    const failing = database.withTenant(almaty, (db) => {
      kept.db = db
      return Promise.reject(new Error('no'))
    })
    await expect(failing).rejects.toThrow('no')
    await expect(late()).rejects.toThrow(/door is closed/)
  })

  test('queries at once inside one door take turns on its one connection', async () => {
    const pids = await database.withTenant(world.almaty, (db) =>
      Promise.all(Array.from({ length: 10 }, () => pidOf(db))),
    )
    expect(new Set(pids).size).toBe(1)
  })

  describe('a read door', () => {
    test('opens at its first query, is shared by everything that reads at once, and writes nothing', async () => {
      const reader = readerOfAlmaty()
      // Nothing was taken yet: the only connection is free for another.
      await database.withTenant(world.shymkent, pidOf)
      const began = await Promise.all(Array.from({ length: 12 }, () => transactionOf(reader.db)))
      expect(new Set(began).size).toBe(1)
      const writing = reader.db.insertInto('hotline').values(hotline('sneaked')).execute()
      await expect(writing).rejects.toThrow(/read-only transaction/)
      await reader.close()
      expect(await idsOf(world.almaty.schema)).toEqual(['marker'])
    })

    test('gives its connection back before a write and opens anew after it', async () => {
      const reader = readerOfAlmaty()
      const before = await transactionOf(reader.db)
      await reader.release()
      await database.withTenant(world.almaty, (db) => db.insertInto('hotline').values(hotline('written')).execute())
      const after = await transactionOf(reader.db)
      expect(after).not.toBe(before)
      expect(await reader.db.selectFrom('hotline').select('id').orderBy('id').execute()).toHaveLength(2)
      await reader.close()
    })

    test('refuses what comes after it was closed, and closes twice without harm', async () => {
      const reader = readerOfAlmaty()
      await transactionOf(reader.db)
      await Promise.all([reader.close(), reader.close()])
      await expect(transactionOf(reader.db)).rejects.toThrow(/read door is closed/)
      const unused = database.controlReader()
      await unused.close()
      await expect(unused.db.selectFrom('tenant').selectAll().execute()).rejects.toThrow(/read door is closed/)
      expect(await database.withTenant(world.shymkent, pidOf)).toBeGreaterThan(0)
    })

    test('gives its connection back also after a query that failed in it', async () => {
      const reader = readerOfAlmaty()
      await expect(sql`select 1 / 0`.execute(reader.db)).rejects.toThrow(/division/)
      await reader.close()
      expect(await database.withTenant(world.shymkent, pidOf)).toBeGreaterThan(0)
    })
  })

  test('a Kysely per statement commits each on its own, under the region’s role', async () => {
    const db = database.tenantPerStatement(world.almaty)
    const first = await transactionOf(db)
    await db.insertInto('hotline').values(hotline('counted')).execute()
    await expect(db.insertInto('hotline').values(hotline('counted')).execute()).rejects.toThrow(/duplicate/)
    await expect(sql.raw(`select * from ${world.shymkent.schema}.hotline`).execute(db)).rejects.toThrow(/permission/)
    expect(await idsOf(world.almaty.schema)).toEqual(['counted', 'marker'])
    expect(await transactionOf(db)).not.toBe(first)
    const control = database.controlPerStatement()
    expect(await control.selectFrom('tenant').selectAll().execute()).toEqual([])
  })
})

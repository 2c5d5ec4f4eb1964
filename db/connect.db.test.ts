import fc from 'fast-check'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startPgBouncer, type PgBouncer } from '#infra/testing/pgbouncer.ts'
import { openDatabase, type Database } from './connect.ts'
import type { TenantTables } from './schema/tenant.ts'
import { openTwoRegions, outcomeOf, type TwoRegions } from './testing/regions.ts'

let world: TwoRegions
let bouncer: PgBouncer
const open: Database[] = []

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
  bouncer = await startPgBouncer(world.database.urls.runtime, 2)
})

afterAll(async () => {
  await Promise.all(open.map((database) => database.close()))
  await bouncer?.stop()
  await world?.database.drop()
})

const ways = [
  { way: 'straight to PostgreSQL', address: () => world.database.urls.runtime },
  { way: 'through PgBouncer in transaction mode', address: () => bouncer.url },
]

describe.each(ways)('$way', ({ way, address }) => {
  const connect = (maxConnections: number) => {
    const database = openDatabase({ url: address(), applicationName: 'doors of a test', maxConnections })
    open.push(database)
    return database
  }

  test('each door works: regions, control, national, and a hint to the relay', async () => {
    const database = connect(2)
    for (const region of [world.almaty, world.shymkent]) {
      const seen = await database.withTenant(region, (db) => db.selectFrom('hotline').select('number').execute())
      expect(seen).toEqual([{ number: region.marker }])
    }
    const ledger = await database.withControl((db) => db.selectFrom('migrationLedger').select('scope').execute())
    expect(ledger.map(({ scope }) => scope)).toContain(world.shymkent.schema)
    expect(await database.withNational((db) => db.selectFrom('region').selectAll().execute())).toEqual([])
    expect((await database.controlQuery('select $1::text as echo', ['a'])).rows).toEqual([{ echo: 'a' }])
    await database.notify('outbox', '')
  })

  test('A’s role on B’s tables is refused, with values and without', async () => {
    const database = connect(1)
    const { almaty, shymkent } = world
    const tries = [
      sql.raw(`select number from ${shymkent.schema}.hotline`),
      sql`select number from ${sql.table(`${shymkent.schema}.hotline`)} where id = ${'marker'}`,
      sql.raw(`delete from ${shymkent.schema}.hotline`),
      sql.raw('select slug from control.tenant'),
      sql.raw('select slug from national.region'),
      sql.raw(`select set_config('role', '${shymkent.role}', true)`),
    ]
    for (const attempt of tries) {
      const outcome = await outcomeOf(database.withTenant(almaty, (db) => attempt.execute(db)))
      expect(outcome).toHaveProperty('code', '42501')
    }
    const two = sql.raw(`select 1; select number from ${shymkent.schema}.hotline`)
    expect(await outcomeOf(database.withTenant(almaty, (db) => two.execute(db)))).toHaveProperty('code', '42601')
  })

  test('queries are bound without a named plan, however often they come', async () => {
    const database = connect(1)
    const plans = await database.withTenant(world.almaty, async (db) => {
      for (let time = 0; time < 3; time += 1)
        await db.selectFrom('hotline').selectAll().where('id', '=', 'marker').execute()
      return (await sql<{ name: string }>`select name from pg_prepared_statements`.execute(db)).rows
    })
    expect(plans).toEqual([])
  })

  test('a transaction that lost its connection is never said to be committed, and the next one is well', async () => {
    const database = connect(1)
    const write = (id: string, afterwards: (db: Kysely<TenantTables>) => Promise<unknown>) =>
      database.withTenant(world.almaty, async (db) => {
        const row = { id, number: id, kind: 'short', position: 1 } as const
        await db.insertInto('hotline').values(row).execute()
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
        await world.database.rows('select pg_terminate_backend($1, 5000)', [rows[0]!.pid])
        await afterwards(db)
      })
    await expect(write('before-commit', async () => undefined)).rejects.toThrow(
      /terminat|not queryable|server closed|server conn/i,
    )
    await expect(write('mid-way', (db) => db.selectFrom('hotline').selectAll().execute())).rejects.toThrow(
      /terminat|not queryable|server closed|server conn/i,
    )
    const left = await database.withTenant(world.shymkent, (db) => db.selectFrom('hotline').selectAll().execute())
    expect(left.map(({ number }) => number)).toEqual([world.shymkent.marker])
    const own = await database.withTenant(world.almaty, (db) => db.selectFrom('hotline').select('id').execute())
    expect(own).toEqual([{ id: 'marker' }])
  })

  test('twenty transactions of two regions on two connections never see each other’s rows', async () => {
    const database = connect(way.includes('PgBouncer') ? 20 : 2)
    const endings = ['commit', 'throw', 'broken query', 'read door', 'per statement'] as const
    const step = fc.record({
      ours: fc.boolean(),
      reads: fc.integer({ min: 1, max: 4 }),
      ending: fc.constantFrom(...endings),
    })
    let serial = 0

    async function visit({ ours, reads, ending }: { ours: boolean; reads: number; ending: (typeof endings)[number] }) {
      const region = ours ? world.almaty : world.shymkent
      const seen: unknown[] = []
      const look = async (db: Kysely<TenantTables>) => {
        for (let time = 0; time < reads; time += 1) {
          const built = await db.selectFrom('hotline').select('number').where('position', '=', 0).execute()
          const raw = await sql<{ number: string; role: string; path: string }>`
            select number, current_user::text as role, current_setting('search_path') as path
              from hotline where position = ${0}`.execute(db)
          seen.push(...built, ...raw.rows)
        }
      }
      const id = `${region.schema}-${(serial += 1)}`
      const write = async (db: Kysely<TenantTables>) => {
        await look(db)
        await db.insertInto('hotline').values({ id, number: id, kind: 'short', position: 1 }).execute()
        if (ending === 'throw') throw new Error('refused')
        if (ending === 'broken query') await sql`select 1 / 0`.execute(db)
      }
      if (ending === 'read door') {
        const reader = database.tenantReader(region)
        await look(reader.db).finally(reader.close)
      } else if (ending === 'per statement') await look(database.tenantPerStatement(region))
      else await database.withTenant(region, write).catch(() => undefined)
      const own = { number: region.marker, role: region.role, path: `${region.schema}, extensions` }
      expect(seen).toEqual(Array.from({ length: reads }, () => [{ number: region.marker }, own]).flat())
      if (ending === 'commit') committed.push(id)
    }

    const committed: string[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 20 }), async (visits) => {
        await Promise.all(visits.map(visit))
      }),
      { numRuns: 15, seed: 20261123, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
    )
    // What was written stands where it belongs, and nothing of what was refused.
    for (const { schema } of [world.almaty, world.shymkent]) {
      const kept = await world.database.rows<{ id: string }>(`select id from ${schema}.hotline where position = 1`)
      expect(kept.map(({ id }) => id).toSorted()).toEqual(
        committed.filter((id) => id.startsWith(`${schema}-`)).toSorted(),
      )
      await world.database.rows(`delete from ${schema}.hotline where position = 1`)
    }
  })
})

test('all that went through PgBouncer met on two server connections', async () => {
  await Promise.all(open.splice(0).map((database) => database.close()))
  const left = async () => {
    const [row] = await world.database.rows<{ connections: number }>(
      'select count(*)::int as connections from pg_stat_activity where usename = $1 and datname = $2',
      [world.logins.runtime, world.database.name],
    )
    return row!.connections
  }
  await expect.poll(left, { timeout: 5000 }).toBe(2)
})

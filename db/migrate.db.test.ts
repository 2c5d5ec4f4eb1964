import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asOwner, migratePlatform, migrateTenant } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { databaseOf, tenantShadow } from './names.ts'
import { asSuperuser, openTwoRegions, type TwoRegions } from './testing/regions.ts'

let world: TwoRegions

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
})

afterAll(() => world?.database.drop())

const rows = <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
  world.database.rows<Row>(text, values)
const shadowOf = (slug: string) => tenantShadow(databaseOf(world.database.urls.runtime), slug)
const migrate = (tenant = world.almaty, steps = allSteps) =>
  migrateTenant(world.database.urls.owner, world.database.urls.runtime, tenant, steps)
type Steps = NonNullable<Parameters<typeof migrateTenant>[3]>
const allSteps: Steps = migrations.tenant
const namesOf = (steps: Steps) => steps.map(({ name }) => name)

const ledgerOf = async (scope: string) =>
  (
    await rows<{ name: string }>('select name from control.migration_ledger where scope = $1 order by name', [scope])
  ).map(({ name }) => name)
const tablesOf = async (schema: string) =>
  (
    await rows<{ name: string }>('select tablename as name from pg_tables where schemaname = $1 order by 1', [schema])
  ).map(({ name }) => name)

/** Everything a migration leaves in this database (others in the cluster have lives of their own): tables, columns, rights, memberships, the ledger's lines. */
const everything = () =>
  rows(
    `select array(select l::text from control.migration_ledger l order by 1) as ledger,
        array(select c.oid || c.relname || coalesce(c.relacl::text, '') from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = any($1) order by c.oid) as tables,
        array(select nspname || coalesce(nspacl::text, '') from pg_namespace where nspname !~ '^pg_' order by 1) as schemas,
        array(select m::text from pg_auth_members m join pg_roles r on r.oid = m.roleid
          where r.rolname like '%' || current_database() || '%' order by 1) as members`,
    [[world.almaty.schema, world.shymkent.schema, 'control', 'national']],
  )

test('the ledger says which step ran where: in control, in national and in each region', async () => {
  expect(await ledgerOf('control')).toEqual(namesOf(migrations.control))
  expect(await ledgerOf('national')).toEqual(namesOf(migrations.national))
  for (const { schema } of [world.almaty, world.shymkent]) expect(await ledgerOf(schema)).toEqual(namesOf(allSteps))
})

test('running again changes nothing', async () => {
  const before = await everything()
  await migratePlatform(world.database.urls.owner, world.logins)
  for (const region of [world.almaty, world.shymkent]) await migrate(region)
  expect(await everything()).toEqual(before)
})

test('steps are named by their moment, in order, each once', () => {
  for (const list of Object.values(migrations)) {
    const names = namesOf(list)
    expect(names).toEqual([...new Set(names)].toSorted())
    for (const name of names) expect(name).toMatch(/^\d{8}T\d{4}_[a-z_]+$/)
  }
})

describe('a step that fails half-way', () => {
  const half: Steps = [
    { name: '29990101T0000_add_notes', statements: ['create table note (id text primary key, text text not null)'] },
    {
      name: '29990101T0100_break',
      statements: ['alter table hotline add column broken text', 'create table t_other.broken (id text primary key)'],
    },
  ]

  test('leaves the region on its former step, with no line in the ledger, and the other region as it was', async () => {
    const before = await everything()
    await expect(migrate(world.almaty, [...allSteps, ...half])).rejects.toThrow(/t_other/)
    expect(await everything()).toEqual(before)
    expect(await ledgerOf(world.almaty.schema)).toEqual(namesOf(allSteps))
  })

  test('runs when it is mended, only what is missing, under the region’s own rights', async () => {
    const mended: Steps = [...allSteps, half[0]!, { name: half[1]!.name, statements: [half[1]!.statements[0]!] }]
    await migrate(world.almaty, mended)
    expect(await ledgerOf(world.almaty.schema)).toEqual(namesOf(mended))
    expect(await ledgerOf(world.shymkent.schema)).toEqual(namesOf(allSteps))
    const [rights] = await rows(
      `select has_table_privilege($1, $3, 'insert') as own, has_table_privilege($2, $3, 'select') as others,
          has_table_privilege($1, $4, 'update') as journal`,
      [world.almaty.role, world.shymkent.role, `${world.almaty.schema}.note`, `${world.almaty.schema}.journal`],
    )
    expect(rights).toEqual({ own: true, others: false, journal: false })
  })

  test('forward only: an older version of the product finds its steps done and takes nothing back', async () => {
    await migrate(world.almaty, allSteps)
    expect(await tablesOf(world.almaty.schema)).toContain('note')
    expect(await ledgerOf(world.almaty.schema)).toContain(half[1]!.name)
  })

  test('of a new region leaves no tables, and the next run makes it whole', async () => {
    const fresh = shadowOf('abai')
    const broken: Steps = [...allSteps, { name: '29990101T0000_break', statements: ['select broken'] }]
    await expect(migrateTenant(world.database.urls.owner, world.database.urls.runtime, fresh, broken)).rejects.toThrow(
      /broken/,
    )
    expect([await tablesOf(fresh.schema), await ledgerOf(fresh.schema)]).toEqual([[], []])
    await migrateTenant(world.database.urls.owner, world.database.urls.runtime, fresh)
    expect(await tablesOf(fresh.schema)).toEqual(await tablesOf(world.shymkent.schema))
  })
})

test('four at once make one region, once', async () => {
  const fresh = shadowOf('astana')
  const { owner, runtime } = world.database.urls
  await Promise.all(Array.from({ length: 4 }, () => migrateTenant(owner, runtime, fresh)))
  expect(await ledgerOf(fresh.schema)).toEqual(namesOf(allSteps))
  expect(await tablesOf(fresh.schema)).toEqual(await tablesOf(world.shymkent.schema))
  const roles = await rows('select rolcanlogin, rolinherit, rolsuper from pg_roles where rolname = $1', [fresh.role])
  expect(roles).toEqual([{ rolcanlogin: true, rolinherit: false, rolsuper: false }])
  const passwords = await rows('select rolpassword from pg_authid where rolname = $1', [fresh.role])
  expect(passwords).toEqual([{ rolpassword: null }])
})

test('several regions at once, and the platform beside them', async () => {
  const { owner, runtime } = world.database.urls
  const fresh = ['abai', 'akmola', 'aktobe', 'atyrau'].map(shadowOf)
  await Promise.all([
    ...fresh.map((region) => migrateTenant(owner, runtime, region)),
    migratePlatform(owner, world.logins),
    migratePlatform(owner, world.logins),
  ])
  for (const { schema } of fresh) expect(await ledgerOf(schema)).toEqual(namesOf(allSteps))
})

test('an empty database is made by two at once', async () => {
  await asSuperuser(world.database, 'drop schema national cascade', 'drop schema extensions cascade')
  await asSuperuser(world.database, `delete from control.migration_ledger where scope = 'national'`)
  await Promise.all([1, 2, 3].map(() => migratePlatform(world.database.urls.owner, world.logins)))
  expect(await ledgerOf('national')).toEqual(namesOf(migrations.national))
  expect(await tablesOf('national')).toEqual([
    'appeal_figure',
    'applied_event',
    'figure_proof',
    'region',
    'region_freshness',
  ])
})

test('a step that cannot have its lock gives up, lets others pass and tries again until it can', async () => {
  const { schema } = world.shymkent
  const step: Steps = [
    ...allSteps,
    { name: '29990101T0000_add_note', statements: ['alter table hotline add column note text'] },
  ]
  await asOwner(world.database.urls.superuser, async (holder) => {
    await holder.query('begin')
    await holder.query(`select number from ${schema}.hotline`)
    let ended = false
    const migrating = migrate(world.shymkent, step).finally(() => (ended = true))
    const attempts = new Set<string>()
    const waiting = async () => {
      const found = await rows<{ began: string }>(
        `select xact_start::text as began from pg_stat_activity
          where usename = $1 and datname = $2 and wait_event_type = 'Lock' and query like 'alter table hotline%'`,
        [world.logins.owner, world.database.name],
      )
      for (const { began } of found) attempts.add(began)
      return attempts.size
    }
    await expect.poll(waiting, { timeout: 15_000, interval: 100 }).toBe(2)
    expect(ended).toBe(false)
    await holder.query('rollback')
    await migrating
  })
  expect(await ledgerOf(schema)).toContain('29990101T0000_add_note')
})

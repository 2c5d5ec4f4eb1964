import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findBehind, findMisfits } from '#db/fleet.ts'
import { asOwner, migrateTenant } from '#db/migrate.ts'
import { migrations, type Migration } from '#db/migrations/index.ts'
import { databaseOf, tenantShadow } from '#db/names.ts'
import { createTestDatabase, type TestDatabase } from '#db/testing/database.ts'
import { migrateFleet, troubleOf, type FleetPlan } from './fleet.ts'

/** Few tables make a region here: what is told of many is told of how they are brought on. */
const begun: readonly Migration[] = [
  {
    name: '20260101T0000_begin',
    statements: [
      'create table note (id text primary key, text text not null)',
      'create table journal (id text primary key)',
    ],
  },
]
const column: Migration = {
  name: '20260102T0000_add_colour',
  statements: ['alter table note add column colour text', 'create index note_colour on note (colour)'],
}
const now = [...begun, column]
const slugs = Array.from({ length: 12 }, (_, at) => `r${String(at + 1).padStart(2, '0')}`)

let world: TestDatabase

beforeAll(async () => {
  world = await createTestDatabase(inject('superuserUrl'))
  for (const slug of slugs) {
    const { schema, role } = tenantShadow(databaseOf(world.urls.runtime), slug)
    await migrateTenant(world.urls.owner, world.urls.runtime, { schema, role }, begun)
    await world.rows(
      `insert into control.tenant (slug, schema_name, role_name, status, name_kk, name_ru, name_en, pack, created_at)
        values ($1, $2, $3, 'active', $1, $1, $1, 'base', now())`,
      [slug, schema, role],
    )
    await world.rows('insert into control.tenant_host values ($1, $2)', [`${slug}.localhost`, slug])
  }
})
afterAll(() => world?.drop())

const migrate = (changed: Partial<FleetPlan> = {}) => migrateFleet({ urls: world.urls, steps: now, ...changed })
const behind = (steps = now) => asOwner(world.urls.owner, (client) => findBehind(client, steps))
const columnsOf = (slug: string) =>
  world
    .rows<{
      name: string
    }>(
      `select attname::text as name from pg_attribute where attrelid = ('t_' || $1 || '.note')::regclass and attnum > 0 order by attnum`,
      [slug],
    )
    .then((rows) => rows.map(({ name }) => name))
const stepsOf = (slug: string) =>
  world
    .rows<{ name: string }>('select name from control.migration_ledger where scope = $1 order by name', [`t_${slug}`])
    .then((rows) => rows.map(({ name }) => name))

describe('a step that fails in one region', () => {
  test('leaves those before it done, that one rolled back and named with its cause, and the rest for the next run', async () => {
    // In this region the step meets what it did not count on, after its first statement.
    await world.rows('create index note_colour on t_r07.note (text)')
    const outcome = await migrate()
    expect(outcome.failed).toEqual([{ slug: 'r07', cause: 'relation "note_colour" already exists' }])
    expect(outcome.done).toEqual(expect.arrayContaining(slugs.slice(0, 6)))
    // What was under way beside it has ended; nothing was begun after it.
    expect(outcome.done.length).toBeLessThanOrEqual(6 + 3)
    expect([...outcome.done, 'r07', ...outcome.waiting].toSorted()).toEqual(slugs)
    expect([await columnsOf('r07'), await stepsOf('r07')]).toEqual([['id', 'text'], ['20260101T0000_begin']])
    expect(await columnsOf('r06')).toEqual(['id', 'text', 'colour'])
    expect(troubleOf(outcome)).toEqual([
      'r07 was rolled back: relation "note_colour" already exists',
      `${outcome.done.length} done, 1 rolled back, ${outcome.waiting.length} not begun; run it again to go on`,
    ])
    expect((await behind()).map(({ slug }) => slug)).toEqual(['r07', ...outcome.waiting])
  })

  test('may be gone past, when told so: all others are done', async () => {
    const outcome = await migrate({ keepGoing: true })
    expect(outcome).toMatchObject({ failed: [{ slug: 'r07' }], waiting: [] })
    expect((await behind()).map(({ slug }) => slug)).toEqual(['r07'])
  })

  test('once it is mended, a rerun does what is left and touches no other', async () => {
    await world.rows('drop index t_r07.note_colour')
    expect(await migrate()).toEqual({ done: ['r07'], failed: [], waiting: [] })
    expect(await behind()).toEqual([])
    for (const slug of slugs) expect(await stepsOf(slug)).toEqual(now.map(({ name }) => name))
  })
})

test('where nothing is to be done, one statement says so', async () => {
  const asked: string[] = []
  await asOwner(world.urls.owner, async (client) => {
    const query = client.query.bind(client)
    client.query = ((text: string, values: unknown[]) => {
      asked.push(text)
      return query(text, values)
    }) as typeof client.query
    expect(await findBehind(client, now)).toEqual([])
  })
  expect(asked).toHaveLength(1)
  expect(await migrate()).toEqual({ done: [], failed: [], waiting: [] })
})

test('a step whose name is older than the newest is not overlooked, and a role that is gone comes back', async () => {
  const between = { name: '20260101T1200_between', statements: ['create table word (id text primary key)'] }
  const steps = [begun[0]!, between, column]
  await world.rows(`revoke tn_${world.name}_r03 from rt_${world.name}`)
  await world.rows(`drop owned by tn_${world.name}_r03`)
  await world.rows(`drop role tn_${world.name}_r03`)
  expect((await behind()).map(({ slug }) => slug)).toEqual(['r03'])
  expect((await migrate()).done).toEqual(['r03'])
  const [rights] = await world.rows(
    `select has_table_privilege($1, 't_r03.note', 'insert') as own, has_table_privilege($1, 't_r04.note', 'select') as others`,
    [`tn_${world.name}_r03`],
  )
  expect(rights).toEqual({ own: true, others: false })
  expect((await migrate({ steps, only: ['r02', 'r05'] })).done).toEqual(['r02', 'r05'])
  expect((await migrate({ steps })).done).toHaveLength(10)
  expect(await behind(now), 'an older version finds nothing missing').toEqual([])
})

test('two that migrate all regions at once do each region once', async () => {
  const steps = [...now, { name: '29990101T0000_add_size', statements: ['alter table note add column size integer'] }]
  const both = await Promise.all([migrate({ steps }), migrate({ steps })])
  expect(both.flatMap(({ failed }) => failed)).toEqual([])
  for (const slug of slugs) expect(await columnsOf(slug)).toEqual(['id', 'text', 'colour', 'size'])
})

test('what does not belong together is found', async () => {
  const misfits = () => asOwner(world.urls.owner, (client) => findMisfits(client, migrations.tenant))
  const unknown = slugs.map((region) => ({ region, what: 'unknownStep' }))
  expect(await misfits()).toEqual(unknown)
  await world.rows('create schema t_lonely')
  await world.rows(`delete from control.tenant_host where slug = 'r01'`)
  await world.rows(`update control.tenant set schema_name = 't_gone' where slug = 'r02'`)
  expect(await misfits()).toEqual(
    expect.arrayContaining([
      { region: 't_lonely', what: 'noDirectoryLine' },
      { region: 't_r02', what: 'noDirectoryLine' },
      { region: 'r01', what: 'noHost' },
      { region: 'r02', what: 'noSchema' },
    ]),
  )
})

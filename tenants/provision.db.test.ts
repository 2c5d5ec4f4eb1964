import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase, type Database } from '#db/connect.ts'
import { migrations } from '#db/migrations/index.ts'
import { databaseOf, tenantShadow } from '#db/names.ts'
import { createTestDatabase, type TestDatabase } from '#db/testing/database.ts'
import { loadCalendar, loadPack } from './packs/load.ts'
import { parsePack } from './packs/parse.ts'
import { shownProblem } from './packs/problems.ts'
import { provisionTenant } from './provision.ts'
import { openRegistry } from './registry.ts'

let world: TestDatabase
let database: Database

const witness = { slug: 'shymkent', pack: 'shymkent', hosts: ['shymkent.localhost'] }
const almaty = { slug: 'almaty', pack: 'almaty', hosts: ['almaty.localhost'] }

beforeAll(async () => {
  world = await createTestDatabase(inject('superuserUrl'))
  database = openDatabase({ url: world.urls.runtime, applicationName: 'provision', maxConnections: 4 })
  await provisionTenant(database, world.urls, witness)
})

afterAll(async () => {
  await database?.close()
  await world?.drop()
})

/** What one finds of a region by looking into the database past all doors. */
async function traces(slug: string) {
  const { schema, role } = tenantShadow(databaseOf(world.urls.runtime), slug)
  const one = async (text: string, value: string) =>
    (await world.rows<{ found: number }>(`select count(*)::int as found from ${text} = $1`, [value]))[0]!.found
  return {
    role: await one('pg_roles where rolname', role),
    schema: await one('pg_namespace where nspname', schema),
    steps: await one('control.migration_ledger where scope', schema),
    national: await one('national.region where slug', slug),
    directory: await one('control.tenant where slug', slug),
    hosts: await one('control.tenant_host where slug', slug),
  }
}

const steps = migrations.tenant.length
const nothing = { role: 0, schema: 0, steps: 0, national: 0, directory: 0, hosts: 0 }
const whole = { role: 1, schema: 1, steps, national: 1, directory: 1, hosts: 1 }

const rowsOf = (slug: string, table: string) => {
  const { schema } = tenantShadow(databaseOf(world.urls.runtime), slug)
  return world.rows(`select * from ${schema}.${table} order by 1`)
}
const starter =
  'region_profile calendar_day term hotline wording agency agency_name category district pack_base hall desk hall_service priority_group interpreter answer_template routing_rule'.split(
    ' ',
  )
const contents = async (slug: string) =>
  Object.fromEntries(
    await Promise.all(starter.map(async (table) => [table, await rowsOf(slug, table)] as [string, unknown[]])),
  )

/** What the witness has must never change by what is done to another region. */
let kept: unknown
const ofWitness = async () => JSON.stringify([await traces('shymkent'), await contents('shymkent')])
beforeAll(async () => {
  kept = await ofWitness()
})
afterEach(async () => {
  if ((await ofWitness()) !== kept) throw new Error('The witness was touched')
})

test('a region is made from its pack: everything that stands in it and the calendar, and nothing of the witness', async () => {
  const tenant = await provisionTenant(database, world.urls, almaty)
  expect(tenant).toMatchObject({ slug: 'almaty', status: 'active', schema: 't_almaty', hosts: almaty.hosts })
  expect(await traces('almaty')).toEqual(whole)
  const pack = await loadPack('almaty')
  const made = await contents('almaty')
  expect(Object.fromEntries(Object.entries(made).map(([table, rows]) => [table, rows.length]))).toEqual({
    region_profile: 1,
    calendar_day: (await loadCalendar()).length,
    term: pack.terms.length,
    hotline: pack.hotlines.length,
    wording: pack.wording.length,
    agency: pack.agencies.length,
    agency_name: pack.agencies.length,
    category: pack.categories.length,
    district: pack.districts.length,
    pack_base: 1,
    hall: pack.halls.length,
    desk: pack.halls.flatMap((hall) => hall.desks).length,
    hall_service: pack.halls.flatMap((hall) => hall.queues).length,
    priority_group: pack.priorityGroups.length,
    interpreter: pack.interpreters.length,
    answer_template: pack.answerTemplates.length,
    routing_rule: pack.routingRules.length,
  })
  expect(made.region_profile![0]).toMatchObject({ brand_colour: pack.brandColour, centre_kk: pack.centre.kk })
})

test('made again it is the same, and what the region has changed since is not overwritten', async () => {
  await world.rows(`update t_almaty.region_profile set brand_colour = '#123456'`)
  await world.rows('delete from t_almaty.hotline')
  const before = [await traces('almaty'), await contents('almaty')]
  for (let time = 0; time < 2; time += 1) await provisionTenant(database, world.urls, almaty)
  expect([await traces('almaty'), await contents('almaty')]).toEqual(before)
})

test('a region that was suspended or archived stays so when it is made again', async () => {
  for (const status of ['suspended', 'archived'] as const) {
    await world.rows(`update control.tenant set status = $1 where slug = 'almaty'`, [status])
    expect(await provisionTenant(database, world.urls, almaty)).toMatchObject({ slug: 'almaty', status })
    expect(await openRegistry(database).bySlug('almaty')).toMatchObject({ status })
  }
  await world.rows(`update control.tenant set status = 'active' where slug = 'almaty'`)
})

test('three provisioners at once make one region', async () => {
  const input = { slug: 'astana', pack: 'base', hosts: ['astana.localhost'] }
  await Promise.all([1, 2, 3].map(() => provisionTenant(database, world.urls, input)))
  expect(await traces('astana')).toEqual(whole)
  const pack = await loadPack('base')
  expect(await rowsOf('astana', 'agency')).toHaveLength(pack.agencies.length)
  expect(await rowsOf('astana', 'term')).toHaveLength(pack.terms.length)
})

describe('cut off in the middle', () => {
  /** Each obstacle makes one step fail; `left` is what a look into the database then finds. */
  test.each([
    {
      step: 'before the first table',
      slug: 'abai',
      block: 'revoke insert on control.migration_ledger from $OWNER',
      clear: 'grant insert on control.migration_ledger to $OWNER',
      left: { ...nothing, role: 1 },
    },
    {
      step: 'after the schema, before its starter rows',
      slug: 'akmola',
      // A moment before PostgreSQL's calendar: the schema stands, its first row is refused.
      now: new Date(-8.64e15),
      left: { ...nothing, role: 1, schema: 1, steps },
    },
    {
      step: 'after its starter rows, before the national line',
      slug: 'aktobe',
      block: 'revoke insert on national.region from $NATIONAL',
      clear: 'grant insert on national.region to $NATIONAL',
      left: { ...nothing, role: 1, schema: 1, steps },
    },
    {
      step: 'before its line in the directory',
      slug: 'atyrau',
      block: 'revoke insert on control.tenant from $CONTROL',
      clear: 'grant insert on control.tenant to $CONTROL',
      left: { ...nothing, role: 1, schema: 1, steps, national: 1 },
    },
    {
      step: 'between the directory’s line and its hosts',
      slug: 'zhambyl',
      block: 'revoke insert on control.tenant_host from $CONTROL',
      clear: 'grant insert on control.tenant_host to $CONTROL',
      left: { ...nothing, role: 1, schema: 1, steps, national: 1 },
    },
  ])(
    '$step: nobody is let in, and the next run finishes it',
    async ({ slug, block = 'select 1', clear = 'select 1', now, left }) => {
      const name = databaseOf(world.urls.runtime)
      const spell = (text: string) =>
        text
          .replaceAll('$OWNER', `ow_${name}`)
          .replaceAll('$CONTROL', `ct_${name}`)
          .replaceAll('$NATIONAL', `na_${name}`)
      const input = { slug, pack: 'base', hosts: [`${slug}.localhost`] }
      await world.rows(spell(block))
      const making = provisionTenant(database, world.urls, input, now)
      await expect(making).rejects.toThrow(/permission denied|out of range/)
      await world.rows(spell(clear))
      expect(await traces(slug)).toEqual(left)
      expect(await openRegistry(database).bySlug(slug)).toBeUndefined()
      expect(await openRegistry(database).byHost(`${slug}.localhost`)).toBeUndefined()

      await provisionTenant(database, world.urls, input)
      expect(await traces(slug)).toEqual(whole)
      expect(await openRegistry(database).byHost(`${slug}.localhost`)).toMatchObject({ slug, status: 'active' })
      expect(await rowsOf(slug, 'term')).toHaveLength((await loadPack('base')).terms.length)
    },
  )
})

describe('refused, with nothing made', () => {
  test('a host of another region', async () => {
    const input = { slug: 'karaganda', pack: 'base', hosts: ['karaganda.localhost', 'shymkent.localhost'] }
    const making = provisionTenant(database, world.urls, input)
    await expect(making).rejects.toThrow('The host shymkent.localhost belongs to another region')
    expect(await traces('karaganda')).toEqual(nothing)
    expect(await openRegistry(database).byHost('karaganda.localhost')).toBeUndefined()
    expect(await openRegistry(database).byHost('shymkent.localhost')).toMatchObject({ slug: 'shymkent' })
  })

  test('one of two regions that reach for the same host at once', async () => {
    const made = await Promise.allSettled(
      ['kostanay', 'kyzylorda'].map((slug) =>
        provisionTenant(database, world.urls, { slug, pack: 'base', hosts: ['contested.localhost'] }),
      ),
    )
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const entered = await Promise.all(['kostanay', 'kyzylorda'].map(async (slug) => (await traces(slug)).directory))
    expect(entered.toSorted()).toEqual([0, 1])
  })

  test.each(['atlantis', '', 'Almaty', 'almaty ', `almaty'; drop schema control cascade; --`, '../almaty', 't_almaty'])(
    'the region %j',
    async (slug) => {
      const before = await world.rows('select count(*) from pg_namespace')
      const making = provisionTenant(database, world.urls, { slug, pack: 'base', hosts: ['x.localhost'] })
      await expect(making).rejects.toThrow(RangeError)
      expect(await world.rows('select count(*) from pg_namespace')).toEqual(before)
    },
  )

  test('a pack that a newer product made', async () => {
    const { problems } = parsePack(JSON.stringify({ ...(await loadPack('almaty')), format: 2 }), 'almaty.json')
    expect(problems?.map(shownProblem).join()).toContain('made by a newer product')
    expect(await traces('mangystau')).toEqual(nothing)
  })

  test.each(['atlantis', '', 'regions.json', '..', '../../infra'])('the pack %j', async (pack) => {
    const making = provisionTenant(database, world.urls, { slug: 'mangystau', pack, hosts: ['x.localhost'] })
    await expect(making).rejects.toThrow(/ENOENT|EISDIR|ENOTDIR|invalid/i)
    expect(await traces('mangystau')).toEqual(nothing)
  })
})

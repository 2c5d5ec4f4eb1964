import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { openDatabase, type Database } from '#db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#db/testing/database.ts'
import { asSuperuser } from '#db/testing/regions.ts'
import { loadRegion } from './packs/load.ts'
import { provisionTenant } from './provision.ts'
import { openRegistry, type Registry } from './registry.ts'
import { resolveWorld } from './resolve.ts'

let world: TestDatabase
let database: Database
let registry: Registry
let time = 0

beforeAll(async () => {
  world = await createTestDatabase(inject('superuserUrl'))
  database = openDatabase({ url: world.urls.runtime, applicationName: 'resolve', maxConnections: 2 })
  for (const slug of ['almaty', 'shymkent'])
    await provisionTenant(database, world.urls, {
      slug,
      pack: slug,
      hosts: [`${slug}.localhost`, `${slug}.gov.example`],
    })
})

afterAll(async () => {
  await database?.close()
  await world?.drop()
})

beforeEach(() => {
  time = 1_000_000
  registry = openRegistry(database, () => time)
})

const platformHost = 'platform.localhost'
const resolve = async (header: string | undefined) => {
  const found = await resolveWorld(registry, platformHost, header)
  return found.kind === 'tenant' ? found.tenant.slug : found.kind
}
const call = (slug: string, status: string) =>
  world.rows('update control.tenant set status = $2 where slug = $1', [slug, status])

describe('whose door a Host header knocks on', () => {
  test.each([
    ['almaty.localhost', 'almaty'],
    ['shymkent.localhost', 'shymkent'],
    ['almaty.gov.example', 'almaty'],
    ['almaty.localhost:3000', 'almaty'],
    ['ALMATY.LocalHost:443', 'almaty'],
    ['almaty.localhost.', 'almaty'],
    ['almaty.localhost.:3000', 'almaty'],
    ['platform.localhost', 'platform'],
    ['Platform.Localhost.:8080', 'platform'],
    ['localhost', 'unknown'],
    ['astana.localhost', 'unknown'],
    ['almaty', 'unknown'],
    ['.almaty.localhost', 'unknown'],
    ['almaty.localhost..', 'unknown'],
    ['almaty.localhost.evil.example', 'unknown'],
    ['evil.almaty.localhost', 'unknown'],
    ['almaty.localhost@evil.example', 'unknown'],
    ['almaty.localhost, shymkent.localhost', 'unknown'],
    ['almaty.localhost/', 'unknown'],
    ['almaty.localhost:', 'unknown'],
    [' almaty.localhost', 'unknown'],
    ["' or true --", 'unknown'],
    ['127.0.0.1:3000', 'unknown'],
    ['[::1]:3000', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('%j: %s', async (header, whose) => {
    expect(await resolve(header)).toBe(whose)
  })

  test('a suspended region is served, an archived one is unknown, and its neighbour feels neither', async () => {
    for (const [status, whose] of [
      ['suspended', 'almaty'],
      ['archived', 'unknown'],
      ['active', 'almaty'],
    ] as const) {
      await call('almaty', status)
      time += 5_000
      expect(await resolve('almaty.localhost'), status).toBe(whose)
      expect(await resolve('shymkent.localhost')).toBe('shymkent')
    }
  })
})

describe('the directory', () => {
  test('knows each region by slug and by each of its hosts, with its schema, role and names', async () => {
    const almaty = await registry.bySlug('almaty')
    expect(almaty).toMatchObject({
      schema: 't_almaty',
      role: `tn_${world.name}_almaty`,
      status: 'active',
      name: (await loadRegion('almaty'))!.name,
      hosts: ['almaty.gov.example', 'almaty.localhost'],
    })
    expect(await registry.byHost('almaty.gov.example')).toEqual(almaty)
    expect(await registry.bySlug('astana')).toBeUndefined()
    expect((await registry.all()).map(({ slug }) => slug)).toEqual(['almaty', 'shymkent'])
  })

  test('is remembered for five seconds, then read anew', async () => {
    await registry.all()
    await world.rows(`insert into control.tenant_host values ('new.localhost', 'shymkent')`)
    time += 4_999
    expect(await registry.byHost('new.localhost')).toBeUndefined()
    time += 1
    expect(await registry.byHost('new.localhost')).toMatchObject({ slug: 'shymkent' })
    await world.rows(`delete from control.tenant_host where host = 'new.localhost'`)
  })

  test('is read once for all who ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => registry.all()))
    expect(new Set(answers).size).toBe(1)
  })

  test('still answers as it last did while the database is away, and anew when it is back', async () => {
    await registry.all()
    const stranger = openRegistry(database, () => time)
    // Nobody but a superuser gets in, and who was in is thrown out.
    await asSuperuser(
      world,
      `alter role rt_${world.name} connection limit 0`,
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'rt_${world.name}'`,
    )
    await call('almaty', 'archived')
    time += 60_000
    expect(await resolve('almaty.localhost')).toBe('almaty')
    expect(await resolve('astana.localhost')).toBe('unknown')
    await expect(stranger.all()).rejects.toThrow(/too many connections|terminat/)

    await asSuperuser(world, `alter role rt_${world.name} connection limit -1`)
    expect(await resolve('almaty.localhost')).toBe('unknown')
    expect(await stranger.bySlug('shymkent')).toMatchObject({ slug: 'shymkent' })
    await call('almaty', 'active')
  })
})

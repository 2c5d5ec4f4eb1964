import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findBreaches, loginsOf } from '#db/fences.ts'
import { asOwner } from '#db/migrate.ts'
import { tenantShadow } from '#db/names.ts'
import { openTwoRegions, openByHand, type TwoRegions } from '#db/testing/regions.ts'
import { baseEnvironment, programs, root } from '#infra/up/programs.ts'
import { runToEnd } from '#infra/up/run-child.ts'

const setConfig = 'set_config(text, text, boolean)'

/** Runs the program as a start of the product does, without the demo's regions. */
function prepare(urls: { runtime: string; owner: string; direct: string }, superuser?: string) {
  return runToEnd([programs.prepare, '--no-demo'], {
    cwd: root,
    env: {
      ...baseEnvironment(),
      DATABASE_URL: urls.runtime,
      OWNER_DATABASE_URL: urls.owner,
      DIRECT_DATABASE_URL: urls.direct,
      ...(superuser ? { SUPERUSER_DATABASE_URL: superuser } : {}),
    },
  })
}

describe('an existing database with two regions', () => {
  let world: TwoRegions

  beforeAll(async () => {
    world = await openTwoRegions(inject('superuserUrl'))
    for (const { schema, role } of [world.almaty, world.shymkent]) {
      const values = [schema.replace('t_', ''), schema, role]
      const names = `'a', 'b', 'c', 'base', now()`
      await world.database.rows(`insert into control.tenant values ($1, $2, $3, 'active', ${names})`, values)
    }
  })

  afterAll(() => world?.database.drop())

  const ledger = () => world.database.rows('select * from control.migration_ledger order by scope, name')

  test('whose fences stand open and without a superuser: refused, told what to run, and nothing is migrated', async () => {
    // A step is missing, so that a migration would be seen.
    await world.database.rows(`delete from control.migration_ledger where scope = 'national'`)
    const national = await world.database.rows<{ name: string }>(
      `select 'national.' || tablename as name from pg_tables where schemaname = 'national'`,
    )
    await world.database.rows(`drop table ${national.map(({ name }) => name).join(', ')}`)
    await world.database.rows(`grant execute on function ${setConfig} to public`)
    await world.database.rows(`grant usage on schema ${world.shymkent.schema} to ${world.almaty.role}`)
    const before = await ledger()

    const { code, errors, output } = await prepare(world.database.urls)
    expect(code).toBe(1)
    expect(errors).toContain(`A superuser must run this in the database ${world.database.name}:`)
    const statements = errors.split('\n').filter((line) => line.endsWith(';'))
    expect(statements).toEqual([
      'revoke execute on function set_config(text,text,boolean) from public;',
      `revoke usage on schema ${world.shymkent.schema} from ${world.almaty.role};`,
    ])
    expect(output).not.toMatch(/fences hold|newest step/)
    const { password } = new URL(world.database.urls.owner)
    expect(output).not.toContain(password)
    expect(await ledger()).toEqual(before)
    expect(
      await world.database.rows(`select 1 from pg_tables where schemaname in ('national', 'graphile_worker')`),
    ).toEqual([])

    for (const statement of statements) await world.database.rows(statement)
  })

  test('whose fences hold: migrated, the queue installed, and each region brought to the newest step', async () => {
    const { schema } = world.shymkent
    await world.database.rows('delete from control.migration_ledger where scope = $1', [schema])
    await world.database.rows('delete from control.migration_mark where scope = $1', [schema])
    await world.database.rows(`drop schema ${schema} cascade`)
    const { code, output } = await prepare(world.database.urls)
    expect(output).toBe('fences hold\ndatabase is at the newest step\n')
    expect(code).toBe(0)
    expect(await world.database.rows('select slug from national.region')).toEqual([])
    expect(await world.database.rows(`select number from ${schema}.hotline`)).toEqual([])
    expect(await world.database.rows(`select number from ${world.almaty.schema}.hotline`)).toHaveLength(1)
  })

  test('the queue’s own schema lets no door in, and what acts there with its owner’s rights is out of reach', async () => {
    const doors = [world.almaty.role, world.shymkent.role, world.logins.control, world.logins.national]
    const insiders = [...doors, world.logins.runtime]
    const schemas = await world.database.rows(
      `select r.rolname from pg_roles r where rolname = any($1) and has_schema_privilege(r.oid, 'graphile_worker', 'usage')`,
      [insiders],
    )
    expect(schemas).toEqual([])
    const strong = await world.database.rows<{ schema: string }>(
      `select distinct n.nspname as schema from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef`,
    )
    expect(strong.filter(({ schema }) => schema !== 'graphile_worker')).toEqual([])
    const objects = await world.database.rows<{ look: string }>(
      `select format('select * from graphile_worker.%I', relname) as look from pg_class c
        where relkind in ('r', 'v') and relnamespace = 'graphile_worker'::regnamespace
      union all select format('select graphile_worker.%I()', proname) from pg_proc
        where pronamespace = 'graphile_worker'::regnamespace and pronargs = 0 and prorettype <> 'trigger'::regtype`,
    )
    expect(objects.length).toBeGreaterThan(3)
    for (const role of doors) {
      const hand = await openByHand(world.database.urls.runtime, { schema: world.almaty.schema, role })
      for (const { look } of [...objects, { look: `select graphile_worker.add_job('x')` }])
        expect(await hand.run(look), `${role}: ${look}`).toHaveProperty('code', '42501')
      await hand.close()
    }
  })

  test('run again, it changes nothing', async () => {
    const before = await ledger()
    expect((await prepare(world.database.urls)).code).toBe(0)
    expect(await ledger()).toEqual(before)
  })
})

describe('no database yet', () => {
  const name = `bt_${randomBytes(4).toString('hex')}`
  const at = (login: string) => {
    const url = new URL(inject('superuserUrl'))
    Object.assign(url, { username: login, password: `secret%20of%20${login}`, pathname: `/${name}` })
    return url.href
  }
  const urls = { runtime: at(`rt_${name}`), owner: at(`ow_${name}`), direct: at(`jb_${name}`) }

  afterAll(async () => {
    await asOwner(inject('superuserUrl'), async (client) => {
      await client.query(`drop database if exists ${name} with (force)`)
      const roles = await client.query<{ rolname: string }>(
        `select rolname from pg_roles where rolname like $1 order by rolname desc`,
        [`%\\_${name}%`],
      )
      for (const { rolname } of roles.rows) await client.query(`drop role ${rolname}`)
    })
  })

  test('with a superuser it is made, fenced and migrated; without one it works from then on', async () => {
    const made = await prepare(urls, inject('superuserUrl'))
    expect(made).toMatchObject({ code: 0, errors: '' })
    const logins = loginsOf(urls)
    expect(await asOwner(urls.runtime, (client) => findBreaches(client, logins))).toEqual([])
    expect(tenantShadow(logins.database, 'almaty').role).toBe(`tn_${name}_almaty`)
    const again = await prepare(urls)
    expect(again).toMatchObject({ code: 0, errors: '' })
    const runtime = new pg.Client({ connectionString: urls.runtime })
    await runtime.connect()
    await expect(runtime.query('select 1 from control.tenant')).rejects.toMatchObject({ code: '42501' })
    await runtime.end()
  })

  test.each(['DATABASE_URL', 'OWNER_DATABASE_URL', 'DIRECT_DATABASE_URL'])(
    'without %s: one clear line',
    async (missing) => {
      const env = { DATABASE_URL: urls.runtime, OWNER_DATABASE_URL: urls.owner, DIRECT_DATABASE_URL: urls.direct }
      const { code, output } = await runToEnd([programs.prepare, '--no-demo'], {
        cwd: root,
        env: { ...baseEnvironment(), ...env, [missing]: undefined },
      })
      expect([code, output]).toEqual([1, `${missing} is missing\n`])
    },
  )
})

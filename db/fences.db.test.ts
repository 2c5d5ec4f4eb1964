import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findBreaches, raiseFences } from './fences.ts'
import { asOwner } from './migrate.ts'
import { asSuperuser, openTwoRegions, type TwoRegions } from './testing/regions.ts'

let world: TwoRegions

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
})

afterAll(() => world?.database.drop())

/** What the owner is told at a start of the product. */
const breaches = () => asOwner(world.database.urls.owner, (client) => findBreaches(client, world.logins))
const sqlOf = async () => (await breaches()).map(({ sql }) => sql)

const spell = (text: string) =>
  text
    .replaceAll('$A', world.almaty.role)
    .replaceAll('$B', world.shymkent.role)
    .replaceAll('$SCHEMA_A', world.almaty.schema)
    .replaceAll('@B', world.shymkent.schema)
    .replaceAll('$RT', world.logins.runtime)
    .replaceAll('$OW', world.logins.owner)
    .replaceAll('$JB', world.logins.jobs)
    .replaceAll('$CT', world.logins.control)
    .replaceAll('$NA', world.logins.national)
    .replaceAll('$DB', world.database.name)

test('a database that was made and migrated has no breach, and every login may ask', async () => {
  const { runtime, owner, direct, superuser } = world.database.urls
  for (const url of [runtime, owner, direct, superuser]) {
    expect(await asOwner(url, (client) => findBreaches(client, world.logins))).toEqual([])
  }
})

test('raising the fences again changes nothing but the passwords', async () => {
  const { owner, runtime, superuser } = world.database.urls
  const { password } = new URL(owner)
  const rights = () =>
    world.database.rows(
      `select d.datacl, array(select nspacl::text from pg_namespace order by oid) as schemas,
          array(select lanacl::text from pg_language order by oid) as languages,
          array(select p.proacl::text from pg_proc p where p.proacl is not null order by oid) as functions,
          array(select m::text from pg_auth_members m join pg_roles r on r.oid = m.roleid
            where r.rolname like '%' || current_database() || '%' order by m.oid) as members
        from pg_database d where d.datname = current_database()`,
    )
  const before = await rights()
  for (let time = 0; time < 2; time += 1) {
    await asOwner(superuser, (client) =>
      raiseFences(client, world.logins, { runtime: password, owner: password, jobs: password }),
    )
  }
  expect(await rights()).toEqual(before)
  expect(await breaches()).toEqual([])
  await asOwner(runtime, (client) => client.query('select 1'))
})

describe('an opening is found, and what is printed closes it', () => {
  test.each([
    // What runs SQL in text, or changes the role.
    [
      'grant execute on function set_config(text, text, boolean) to public',
      'revoke execute on function set_config(text,text,boolean) from public;',
    ],
    [
      'grant execute on function set_config(text, text, boolean) to $A',
      'revoke execute on function set_config(text,text,boolean) from $A;',
    ],
    [
      'grant execute on function query_to_xml(text, boolean, boolean, text) to $RT',
      'revoke execute on function query_to_xml(text,boolean,boolean,text) from $RT;',
    ],
    [
      'grant execute on function schema_to_xml(name, boolean, boolean, text) to public',
      'revoke execute on function schema_to_xml(name,boolean,boolean,text) from public;',
    ],
    ['grant execute on function ts_stat(text) to public', 'revoke execute on function ts_stat(text) from public;'],
    [
      'grant execute on function ts_rewrite(tsquery, text) to $CT',
      'revoke execute on function ts_rewrite(tsquery,text) from $CT;',
    ],
    ['grant execute on function lo_get(oid) to public', 'revoke execute on function lo_get(oid) from public;'],
    ['grant execute on function lo_import(text) to $NA', 'revoke execute on function lo_import(text) from $NA;'],
    [
      'grant execute on function loread(integer, integer) to public',
      'revoke execute on function loread(integer,integer) from public;',
    ],
    [
      'grant execute on function pg_advisory_lock(bigint) to public',
      'revoke execute on function pg_advisory_lock(bigint) from public;',
    ],
    ['grant usage on language plpgsql to public', 'revoke usage on language plpgsql from public;'],
    ['grant usage on language sql to public', 'revoke usage on language sql from public;'],
    ['grant usage on language plpgsql to $B', 'revoke usage on language plpgsql from $B;'],
    // The database and its schemas.
    ['grant temp on database $DB to public', 'revoke temporary on database $DB from public;'],
    ['grant create on database $DB to public', 'revoke create on database $DB from public;'],
    ['grant connect on database $DB to public', 'revoke connect on database $DB from public;'],
    ['grant temp on database $DB to $RT', 'revoke temporary on database $DB from $RT;'],
    ['grant create on database $DB to $A', 'revoke create on database $DB from $A;'],
    ['grant usage on schema public to public', 'revoke usage on schema public from public;'],
    ['grant create on schema public to public', 'revoke create on schema public from public;'],
    ['grant usage on schema @B to public', 'revoke usage on schema @B from public;'],
    ['grant usage on schema @B to $A', 'revoke usage on schema @B from $A;'],
    ['grant usage on schema @B to $RT', 'revoke usage on schema @B from $RT;'],
    ['grant create on schema @B to $B', 'revoke create on schema @B from $B;'],
    ['grant usage on schema control to $A', 'revoke usage on schema control from $A;'],
    ['grant usage on schema @B to $CT', 'revoke usage on schema @B from $CT;'],
    ['grant usage on schema national to $B', 'revoke usage on schema national from $B;'],
    // What a login is, or may become.
    [
      'alter role $RT inherit',
      'alter role $RT noinherit nosuperuser nocreaterole nocreatedb nobypassrls noreplication;',
    ],
    [
      'alter role $RT superuser',
      'alter role $RT noinherit nosuperuser nocreaterole nocreatedb nobypassrls noreplication;',
    ],
    [
      'alter role $A createrole',
      'alter role $A noinherit nosuperuser nocreaterole nocreatedb nobypassrls noreplication;',
    ],
    ['grant $OW to $RT', 'revoke $OW from $RT granted by postgres;'],
    ['grant $JB to $RT', 'revoke $JB from $RT granted by postgres;'],
    ['grant pg_read_all_data to $RT', 'revoke pg_read_all_data from $RT granted by postgres;'],
    ['grant pg_execute_server_program to $A', 'revoke pg_execute_server_program from $A granted by postgres;'],
    ['grant $B to $A', 'revoke $B from $A granted by postgres;'],
    ['grant $B to $RT with inherit true', 'revoke inherit option for $B from $RT granted by postgres;'],
    ['alter table @B.hotline owner to $RT', 'reassign owned by $RT to $OW;'],
    ['alter table @B.hotline owner to $A', 'reassign owned by $A to $OW;'],
    // What the product cannot do without.
    ['revoke $CT from $RT', 'grant $CT to $RT;'],
    ['alter role $OW nocreaterole', 'alter role $OW createrole;'],
    ['revoke usage on language plpgsql from $JB', 'grant usage on language plpgsql, sql to $JB;'],
    ['revoke create on database $DB from $OW', 'grant create on database $DB to $OW;'],
    ['revoke connect on database $DB from $RT', 'grant connect on database $DB to $RT;'],
  ])('%s', async (opening, closing) => {
    const owner = await world.database.rows(`select tableowner from pg_tables where tablename = 'hotline'`)
    await asSuperuser(world.database, spell(opening))
    const found = await asOwner(world.database.urls.superuser, (client) => findBreaches(client, world.logins))
    await asSuperuser(world.database, ...found.map(({ sql }) => sql))
    expect(found.map(({ sql }) => sql)).toEqual([spell(closing)])
    expect(found[0]!.what).not.toBe('')
    expect(await breaches()).toEqual([])
    expect(await world.database.rows(`select tableowner from pg_tables where tablename = 'hotline'`)).toEqual(owner)
  })

  test('a missing door is made and opened for the runtime', async () => {
    await asSuperuser(world.database, spell('drop owned by $NA'), spell('drop role $NA'))
    expect(await sqlOf()).toEqual([spell('create role $NA login noinherit;'), spell('grant $NA to $RT;')])
    await asSuperuser(world.database, ...(await sqlOf()), spell('grant usage on schema national to $NA'))
    expect(await breaches()).toEqual([])
  })

  test('several at once are all named', async () => {
    const opened = ['temp on database $DB', 'usage on language plpgsql', 'usage on schema public']
    await asSuperuser(world.database, ...opened.map((right) => spell(`grant ${right} to public`)))
    const found = await breaches()
    await asSuperuser(world.database, ...found.map(({ sql }) => sql))
    expect(found.map(({ what }) => what)).toEqual([
      `Everyone has temporary on database ${world.database.name}`,
      'Everyone has usage on language plpgsql',
      'Everyone has usage on schema public',
    ])
    expect(await breaches()).toEqual([])
  })
})

test('a mere owner’s REVOKE only warns and closes nothing; the check sees through it', async () => {
  const open = 'grant execute on function set_config(text, text, boolean) to public'
  const close = 'revoke execute on function set_config(text,text,boolean) from public;'
  await asSuperuser(world.database, open)
  const warnings: string[] = []
  const owner = new pg.Client({ connectionString: world.database.urls.owner })
  owner.on('notice', ({ severity, message }) => warnings.push(`${severity}: ${message}`))
  await owner.connect()
  await owner.query(close)
  await owner.end()
  expect(warnings).toEqual(['WARNING: no privileges could be revoked for "set_config"'])
  expect(await sqlOf()).toEqual([close])
  await asSuperuser(world.database, close)
  expect(await breaches()).toEqual([])
})

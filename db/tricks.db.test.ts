import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase, type Database } from './connect.ts'
import { asSuperuser, openByHand, openTwoRegions, outcomeOf, type Outcome, type TwoRegions } from './testing/regions.ts'

let world: TwoRegions
let database: Database
let hand: Awaited<ReturnType<typeof openByHand>>

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
  database = openDatabase({ url: world.database.urls.runtime, applicationName: 'tricks', maxConnections: 1 })
  hand = await openByHand(world.database.urls.runtime, world.almaty)
})

afterAll(async () => {
  await hand?.close()
  await database?.close()
  await world?.database.drop()
})

const refused = '42501'

/** In the tricks A is the region that tries, B the one that must stay unseen. */
const spell = (trick: string) =>
  trick
    .replaceAll('$ROLE_B', world.shymkent.role)
    .replaceAll('$ROLE_A', world.almaty.role)
    .replaceAll('$A', world.almaty.schema)
    .replaceAll('$B', world.shymkent.schema)
    .replaceAll('$OWNER', world.logins.owner)
    .replaceAll('$RUNTIME', world.logins.runtime)
    .replaceAll('$DATABASE', world.database.name)

/** Tries it as the only statement of a door, and sees that B's row came neither with it nor after it. */
async function attempt(trick: string): Promise<Outcome> {
  const outcome = await hand.run(spell(trick))
  expect(JSON.stringify(outcome)).not.toContain(world.shymkent.marker)
  const after = await hand.run(spell(trick), spell('select number from $B.hotline'))
  expect(after).toHaveProperty('code', outcome.code ?? refused)
  expect(await hand.run('select current_user, number from hotline')).toEqual({
    rows: [{ current_user: world.almaty.role, number: world.almaty.marker }],
  })
  return outcome
}

describe('one statement of region A cannot change its role', () => {
  test.each([
    [`select set_config('role', '$ROLE_B', true)`, /set_config/],
    [`select number from hotline where set_config('role', '$ROLE_B', false) is not null`, /set_config/],
    [`with moved as materialized (select set_config('role', '$ROLE_B', true)) select * from moved`, /set_config/],
    [`insert into hotline select set_config('role', '$ROLE_B', true), 'x', 'short', 1`, /set_config/],
    [`update hotline set number = set_config('role', '$ROLE_B', true)`, /set_config/],
    [`select 1 from hotline order by set_config('role', '$ROLE_B', true)`, /set_config/],
    [`select pg_catalog.set_config('search_path', '$B', false)`, /set_config/],
    // The view's own rule calls set_config for whoever updates it.
    [`update pg_settings set setting = '$B' where name = 'search_path'`, /set_config/],
    [`do $$ begin set local role $ROLE_B; end $$`, /language plpgsql/],
    [`do $$ begin perform number from $B.hotline; end $$`, /language plpgsql/],
    [`do language plpgsql $$ begin execute 'set role $ROLE_B'; end $$`, /language plpgsql/],
    [`create function pg_temp.f() returns text language sql as 'select 1::text'`, /temporary tables|language sql/],
    [`create function $A.f() returns text language sql as 'select 1::text'`, /schema|language sql/],
    [`create function public.f() returns text language sql as 'select 1::text'`, /schema|language sql/],
    [`create function $A.f() returns int language plpgsql set role = $ROLE_B as $$ begin end $$`, /schema|language/],
    [`create procedure $A.f() language plpgsql as $$ begin commit; end $$`, /schema|language plpgsql/],
    [`create function $A.f() returns int language c as 'libc', 'system'`, /schema|language c/],
    [`set session authorization '$ROLE_B'`, /session authorization/],
    [`set session authorization postgres`, /session authorization/],
    [`set local role $OWNER`, /set role/],
    [`set local role postgres`, /set role/],
    [`alter role $ROLE_A superuser`, /alter role/],
    [`alter role $ROLE_B password 'known'`, /alter role/],
    [`alter role $RUNTIME set role = '$ROLE_B'`, /alter role/],
    [`alter role $RUNTIME inherit`, /alter role/],
    [`grant $ROLE_B to $ROLE_A`, /grant role/],
    [`create role helper in role $ROLE_B`, /create role/],
  ] as const)('%s', async (trick, fence) => {
    const { code, message } = await attempt(trick)
    expect([code, message]).toEqual([refused, expect.stringMatching(fence)])
  })
})

describe('one statement of region A cannot run SQL that is hidden in text', () => {
  const hidden = `'select number from $B.hotline'`
  test.each([
    `query_to_xml(${hidden}, true, false, '')`,
    `query_to_xmlschema(${hidden}, true, false, '')`,
    `query_to_xml_and_xmlschema(${hidden}, true, false, '')`,
    `cursor_to_xml('c', 1, true, false, '')`,
    `cursor_to_xmlschema('c', true, false, '')`,
    `table_to_xml('hotline', true, false, '')`,
    `table_to_xmlschema('hotline', true, false, '')`,
    `table_to_xml_and_xmlschema('hotline', true, false, '')`,
    `schema_to_xml('$B', true, false, '')`,
    `schema_to_xmlschema('$B', true, false, '')`,
    `schema_to_xml_and_xmlschema('$B', true, false, '')`,
    `database_to_xml(true, false, '')`,
    `database_to_xmlschema(true, false, '')`,
    `database_to_xml_and_xmlschema(true, false, '')`,
    `ts_stat('select to_tsvector(number) from $B.hotline')`,
    `ts_rewrite('a'::tsquery, 'select number::tsquery, number::tsquery from $B.hotline')`,
  ])('%s', async (call) => {
    expect(await attempt(`select * from ${call}`)).toEqual({
      code: refused,
      message: `permission denied for function ${call.slice(0, call.indexOf('('))}`,
    })
  })

  test.each(['dblink', 'dblink_exec', 'dblink_connect'])('%s is not there at all', async (name) => {
    expect(await attempt(`select ${name}('dbname=$DATABASE', 'select 1')`)).toHaveProperty('code', '42883')
  })
})

describe('one statement of region A cannot make, take or move anything', () => {
  test.each([
    'create temp table t (x int)',
    'create temp view v as select 1 as x',
    'select * into temp t from hotline',
    'create table $A.t (x int)',
    'create table public.t (x int)',
    'create table extensions.t (x int)',
    'create table $A.t as select * from hotline',
    'create view $A.v as select * from hotline',
    'create materialized view $A.v as select * from hotline',
    'create schema mine',
    'create type $A.t as (x int)',
    'create domain $A.d as text',
    'create sequence $A.s',
    'create index on hotline (number)',
    'create rule r as on select to hotline do instead select * from wording',
    'create trigger t before update on hotline execute function suppress_redundant_updates_trigger()',
    'create event trigger e on ddl_command_start execute function suppress_redundant_updates_trigger()',
    'create policy p on hotline',
    'create extension dblink',
    'create foreign data wrapper w',
    'create publication p for all tables',
    'alter table hotline disable row level security',
    'alter table $B.hotline owner to $ROLE_A',
    'alter schema $B owner to $ROLE_A',
    'alter database $DATABASE owner to $ROLE_A',
    `alter database $DATABASE set role = '$ROLE_B'`,
    'drop table hotline',
    'truncate hotline',
    'truncate $B.hotline',
    'lock table $B.hotline in access share mode',
    'grant select on $B.hotline to $ROLE_A',
    'grant usage on schema $B to $ROLE_A',
    'reassign owned by $ROLE_B to $ROLE_A',
    'drop owned by $ROLE_B',
    'copy $B.hotline to stdout',
    'copy (select * from $B.hotline) to stdout',
    `copy hotline to '/tmp/hotline'`,
    `copy hotline from '/etc/passwd'`,
    `copy hotline from program 'id'`,
    `copy (select 1) to program 'cat'`,
    'explain select * from $B.hotline',
    'explain analyze update $B.hotline set number = number',
    'declare c cursor for select number from $B.hotline',
    'select number from hotline union all select number from $B.hotline',
    'select (select number from $B.hotline)',
    'with taken as (delete from $B.hotline returning number) select * from taken',
    'merge into $B.hotline b using hotline a on a.id = b.id when matched then delete',
    `select currtid2('$B.hotline', '(0,1)')`,
    `select pg_read_file('postgresql.conf')`,
    `select pg_read_binary_file('PG_VERSION')`,
    `select pg_ls_dir('.')`,
    `select pg_stat_file('PG_VERSION')`,
    'select * from pg_ls_waldir()',
    'select * from pg_authid',
    'select * from pg_shadow',
    'select * from pg_statistic',
    'select * from pg_largeobject',
    'select * from pg_hba_file_rules',
    'select * from pg_file_settings',
    'select * from pg_config',
    'select pg_reload_conf()',
    `select pg_create_physical_replication_slot('s')`,
    `select lo_import('/etc/passwd')`,
    `select lo_export(1, '/tmp/x')`,
    'select lo_create(4711)',
    'select lo_creat(-1)',
    'select lo_open(4711, 262144)',
    'select lo_get(4711)',
    `select lo_from_bytea(4711, 'x')`,
    `select lo_put(4711, 0, 'x')`,
    'select lo_unlink(4711)',
    'select loread(0, 10)',
    `select lowrite(0, 'x')`,
    'select pg_advisory_lock(1)',
    'select pg_try_advisory_lock(1)',
    'select pg_advisory_lock_shared(1)',
    'select pg_try_advisory_lock_shared(1)',
    `load 'plpgsql'`,
    `comment on table $B.hotline is 'x'`,
  ])('%s', async (trick) => {
    expect(await attempt(trick)).toHaveProperty('code', refused)
  })
})

describe('what region A may ask is harmless', () => {
  test.each([
    [`select current_setting('role') as answer`, '$ROLE_A'],
    [`select current_setting('search_path') as answer`, '$A, extensions'],
    [`select current_user::text as answer`, '$ROLE_A'],
    [`select pg_notify('outbox', 'hint')::text as answer`, ''],
  ])('%s', async (question, answer) => {
    const outcome = await outcomeOf(database.withTenant(world.almaty, (db) => sql.raw(spell(question)).execute(db)))
    expect(outcome.rows?.[0]).toEqual({ answer: spell(answer) })
  })

  test.each(['config_file', 'hba_file', 'data_directory', 'ident_file'])(
    'the server’s %s is not told',
    async (setting) => {
      expect(await attempt(`select current_setting('${setting}')`)).toHaveProperty('code', refused)
    },
  )

  test.each([
    `select xpath('//x', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')::text as x`,
    `select xmlexists('//x' passing '<x/>')::text as x`,
    `select xmlparse(document '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')::text as x`,
  ])('%s reads no file', async (question) => {
    expect(JSON.stringify(await attempt(question))).not.toMatch(/root:|:0:0:/)
  })

  test('it can neither cancel nor end a session of the owner, of a superuser or of its own login', async () => {
    const sessions = await world.database.rows<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend'`,
    )
    expect(sessions.length).toBeGreaterThan(1)
    for (const { pid } of sessions) {
      for (const call of [`pg_cancel_backend(${pid})`, `pg_terminate_backend(${pid})`]) {
        expect(await attempt(`select ${call}`), call).toHaveProperty('code', refused)
      }
    }
  })

  test('a plan that was prepared under B’s role asks for rights again under A’s', async () => {
    const look = spell('prepare look as select number from $B.hotline')
    expect(await hand.run(look, 'execute look')).toHaveProperty('code', refused)
    const asB = await openByHand(world.database.urls.runtime, world.shymkent)
    expect(await asB.run(look, 'execute look')).toEqual({ rows: [{ number: world.shymkent.marker }] })
    const asA = spell('set local role $ROLE_A')
    expect(await asB.run(asA, 'execute look')).toHaveProperty('code', refused)
    await asB.close()
  })
})

describe('the door carries one statement on rows at a time', () => {
  const send = (text: string) => outcomeOf(database.withTenant(world.almaty, (db) => sql.raw(spell(text)).execute(db)))

  test.each([
    'select 1; select number from $B.hotline',
    'select 1; set local role $ROLE_B; select number from $B.hotline',
    'select number from hotline; commit',
    `delete from hotline where id = 'none'; reset role`,
  ])('%s is refused by the protocol, also without a single value', async (text) => {
    expect(await send(text)).toEqual({
      code: '42601',
      message: 'cannot insert multiple commands into a prepared statement',
    })
  })

  test('the same with values', async () => {
    const text = sql`select ${1}::int; select number from hotline`
    expect(await outcomeOf(database.withTenant(world.almaty, (db) => text.execute(db)))).toHaveProperty('code', '42601')
  })

  test.each([
    'set role $ROLE_B',
    'set local role $ROLE_B',
    'SET SESSION search_path = $B',
    '/* select */ set role $ROLE_B',
    '-- select\nreset role',
    'reset all',
    'discard all',
    'do $$ begin end $$',
    'call f()',
    'begin',
    'commit',
    'rollback',
    'end',
    'abort',
    'savepoint s',
    'prepare transaction $$x$$',
    'prepare p as select 1',
    'execute p',
    'deallocate all',
    'declare c cursor with hold for select 1',
    'fetch all from c',
    'listen outbox',
    'unlisten *',
    `notify outbox`,
    'copy hotline to stdout',
    'lock table hotline',
    'create temp table t (x int)',
    `alter role $ROLE_A password 'known'`,
    'selected',
    '',
  ])('%j is no statement on rows', async (text) => {
    expect((await send(text)).message).toMatch(/^A door carries statements on rows only/)
  })

  test.each([
    'select number from hotline',
    '\n  ( select number from hotline )',
    `SELECT number FROM hotline;`,
    'with h as (select number from hotline) select number from h',
    'update hotline set number = number returning number',
  ])('%s passes', async (text) => {
    expect(await send(text)).toEqual({ rows: [{ number: world.almaty.marker }] })
  })
})

test('each fence matters: with it open the trick works, so the refusals above are its doing', async () => {
  const { database } = world
  const openings: [open: string, trick: string, close: string][] = [
    [
      'grant execute on function set_config(text, text, boolean) to public',
      `select set_config('role', '$ROLE_B', true)`,
      'revoke execute on function set_config(text, text, boolean) from public',
    ],
    [
      'grant usage on language plpgsql to public',
      `do $$ begin set local role $ROLE_B; end $$`,
      'revoke usage on language plpgsql from public',
    ],
    [
      'grant execute on function pg_advisory_lock(bigint) to public',
      'select pg_advisory_lock(1)',
      'revoke execute on function pg_advisory_lock(bigint) from public',
    ],
    [
      'grant temp on database $DATABASE to public',
      'create temp table t (x int)',
      'revoke temp on database $DATABASE from public',
    ],
  ]
  for (const [open, trick, close] of openings) {
    await asSuperuser(database, spell(open))
    expect(await hand.run(spell(trick)), trick).not.toHaveProperty('code')
    await asSuperuser(database, spell(close))
    expect(await attempt(trick)).toHaveProperty('code', refused)
  }
  await asSuperuser(database, spell(openings[0]![0]))
  const [escape] = openings[0]!.slice(1)
  expect(await hand.run(spell(escape!), spell('select number from $B.hotline'))).toEqual({
    rows: [{ number: world.shymkent.marker }],
  })
  await asSuperuser(database, spell(openings[0]![2]))
})

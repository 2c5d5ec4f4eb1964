import { describe, expect, it } from 'vitest'
import { checkMigrations } from './migrations.ts'
import { checkStatement, createdTable, ruleNames, type Audience } from './statement-rules.ts'

const rulesOf = (sql: string, audience: Audience = 'tenant', contract = false) =>
  checkStatement(sql, { audience, contract }).map(({ rule }) => rule)

const planted: [rule: string, sql: string][] = [
  ['one-statement', 'create index a on b (c); create index d on b (e)'],
  ['trigger', 'create trigger a before update on b execute function c()'],
  ['rule', 'create or replace rule a as on insert to b do nothing'],
  ['inherits', 'create table a (id text primary key) inherits (b)'],
  ['merge', 'merge into a using b on true when matched then delete'],
  ['view', 'create or replace view a as select 1'],
  ['enum', "create type a as enum ('x')"],
  ['enum', "alter type a add value 'y'"],
  ['sequence', 'create table a (id bigserial primary key)'],
  ['sequence', 'create table a (id bigint generated always as identity primary key)'],
  ['sequence', "create table a (id bigint primary key default nextval('b'))"],
  ['sequence', 'create sequence a'],
  ['primary-key', 'create table a (id text not null)'],
  ['other-schema', 'create table a (id text primary key references control.b (id))'],
  ['other-schema', 'create table a (id text primary key references tenant.b (id))'],
  ['other-schema', 'create index a on t_almaty.b (c)'],
  ['other-schema', 'alter table elsewhere.a add x text'],
  ['other-schema', 'insert into a select * from national.region'],
  ['breaking', 'drop table a'],
  ['breaking', 'alter table a add b text, drop column c'],
  ['breaking', 'alter table a drop c'],
  ['breaking', 'alter table a rename column b to c'],
  ['breaking', 'alter table a rename to b'],
  ['breaking', 'alter index a rename to b'],
  ['breaking', 'alter table a alter column b set not null'],
  ['breaking', 'alter table a alter b type text'],
  ['breaking', 'truncate a'],
  ['not-null', 'alter table a add b text not null'],
  ['not-null', 'alter table a add column b text not null, add c text default 1'],
  ['default', 'create table a (id text primary key default gen_random_uuid())'],
  ['volatile', 'update a set b = random()'],
  ['volatile', 'create table a (id text primary key, b_at timestamptz default clock_timestamp())'],
  ['plpgsql', 'create function a() returns int language plpgsql as $$ begin return 1; end $$'],
  ['plpgsql', 'do $$ begin end $$'],
  ['session-state', "set search_path = 'a'"],
  ['session-state', "select set_config('a', 'b', false)"],
  ['advisory-lock', 'select pg_advisory_lock(1)'],
  ['listen', 'listen a'],
  ['transaction', 'commit'],
  ['concurrently', 'create index concurrently a on b (c)'],
  ['type-text', 'create table a (id text primary key, b varchar(20))'],
  ['type-text', 'create table a (id text primary key, b char(2))'],
  ['type-text', 'create table a (id text primary key, b character varying not null)'],
  ['type-time', 'create table a (id text primary key, b_at timestamp not null)'],
  ['type-json', 'create table a (id text primary key, b json)'],
  ['postgres-15', 'create table a (id uuid primary key default uuidv7())'],
  ['insert-subquery', 'insert into a (b) values ((select 1))'],
  ['name', 'create table "agencyName" (id text primary key)'],
  ['name', 'create table a (id text primary key, "dueOn" date)'],
  ['name', 'alter table a add column "dueOn" date'],
  ['singular', 'create table appeals (id text primary key)'],
  ['time-name', 'create table a (id text primary key, closed timestamptz)'],
  ['time-name', 'create table a (id text primary key, closed_at date)'],
]

describe('a statement', () => {
  it.each(planted)('is caught by %s: %s', (rule, sql) => {
    expect(rulesOf(sql)).toContain(rule)
    expect(rulesOf(`\n  ${sql.toUpperCase()}`)).toContain(rule)
  })

  it('has a planted violation for every rule', () => {
    expect([...new Set(planted.map(([rule]) => rule))].toSorted()).toEqual(ruleNames.toSorted())
  })

  it.each([
    `create table appeal (
      id text primary key,
      status text not null check (status in ('drop table; set role x', 'registered')), -- create trigger
      agency_id text not null references agency (id) on delete cascade,
      fields jsonb not null default '{}',
      due_on date not null,
      created_at timestamptz not null default now(),
      updated_at timestamp with time zone,
      constraint due check (due_on > '2000-01-01'),
      unique (agency_id, due_on)
    )`,
    'create table address (id text, part text, primary key (id, part))',
    'create unlogged table rate_limit (key text primary key, points integer not null default 0)',
    'create table appeal_2026 partition of appeal for values from (1) to (2)',
    'create index appeal_search on appeal using gin (body extensions.gin_trgm_ops)',
    'alter table appeal add column note text, add column points integer not null default 0',
    'alter table appeal drop constraint due, alter column note drop not null, alter note set default 0',
    'alter table appeal add constraint due check (due_on is not null) not valid',
    'update appeal a set note = b.body, updated_at = now() from appeal_text b where b.id = a.id',
    'insert into term (id, days) select id, 1 from appeal',
    'create function fold(value text) returns text language sql immutable as $$ select lower(value); $$',
    'select pg_advisory_xact_lock(1)',
    "set local lock_timeout = '2s'",
  ])('is let through: %s', (sql) => {
    expect(rulesOf(sql)).toEqual([])
  })

  it('may break N-1 in a contract migration, and only there', () => {
    expect(rulesOf('alter table a drop column b', 'tenant', true)).toEqual([])
    expect(rulesOf('create view a as select 1', 'tenant', true)).toEqual(['view'])
  })

  it('may name its own schema unless it is a tenant', () => {
    expect(rulesOf('alter table control.tenant add x text', 'control')).toEqual([])
    expect(rulesOf('alter table control.tenant add x text', 'national')).toEqual(['other-schema'])
  })

  it('tells which table it creates', () => {
    expect(createdTable('create table if not exists control.tenant_host (id text)')).toBe('tenant_host')
    expect(createdTable('create index a on b (c)')).toBeUndefined()
  })
})

describe('migration files', () => {
  const step = (name: string, body = '`create table a (id text primary key)`') => ({
    path: `db/migrations/tenant/${name}`,
    text: `export const statements: readonly string[] = [${body}]\n`,
  })
  const manifest = (...names: string[]) => ({
    path: 'db/migrations/index.ts',
    text: [
      ...names.map((name, i) => `import * as step${i} from './tenant/${name}'`),
      `export const migrations = { tenant: [${names.map((name, i) => `{ name: '${name}', ...step${i} }`).join()}] }`,
    ].join('\n'),
  })
  const first = '20261123T0500_create_region.ts'
  const second = '20261124T0500_add_agency_note.ts'
  const messages = (...files: { path: string; text: string }[]) => checkMigrations(files).map(({ message }) => message)

  it('pass when named, listed and in order', () => {
    expect(messages(step(first), step(second), manifest(first, second))).toEqual([])
  })

  it.each([
    'create_region.ts',
    '20261323T0500_create_region.ts',
    '20261123T0500_region.ts',
    '20261123T0500_create-region.ts',
  ])('are named by time, verb and noun, not %s', (name) => {
    expect(messages(step(name), manifest(name))).toEqual(['file-name: YYYYMMDDTHHmm_verb_noun.ts'])
  })

  it('stand in the manifest, in order, once', () => {
    expect(messages(step(first), step(second), manifest(second))).toEqual([`manifest: tenant/${first} is not listed`])
    const disorder = ['manifest: tenant is not in order, or names a step twice']
    expect(messages(step(first), step(second), manifest(second, first))).toEqual(disorder)
    expect(messages(step(first), manifest(first, first))).toEqual(disorder)
    expect(messages(step(first))).toEqual(['manifest: missing'])
  })

  it('export statements', () => {
    const empty = { path: `db/migrations/tenant/${first}`, text: 'export const sql = [`create index a on b (c)`]' }
    expect(messages(empty, manifest(first))).toEqual(['no-statements: export const statements = [`…`]'])
  })

  it('are read wherever their SQL stands, and the line is that of the words', () => {
    const text = [
      "const tables = ['a', 'b']",
      'export const statements = (ctx: { schema: string }) => [',
      '  ...tables.map((table) => `alter table ${table}',
      '    drop column x`),',
      '  `create index a on ${ctx.schema}.a (b)`,',
      ']',
    ].join('\n')
    const findings = checkMigrations([{ path: `db/migrations/tenant/${first}`, text }, manifest(first)])
    expect(findings).toMatchObject([{ line: 4, message: expect.stringMatching(/^breaking: /) }])
    expect(
      checkMigrations([
        { path: `db/migrations/tenant/${first}`, text: `// contract: unused\n${text}` },
        manifest(first),
      ]),
    ).toEqual([])
  })

  it('are read in shared files as well', () => {
    const shared = { path: 'db/migrations/mechanisms.ts', text: 'export const tables = [`create table a (id text)`]' }
    expect(messages(shared, manifest())).toEqual([expect.stringMatching(/^primary-key: /)])
  })
})

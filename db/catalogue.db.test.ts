import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ownership } from './schema/ownership.ts'
import { openByHand, openTwoRegions, type TwoRegions } from './testing/regions.ts'

let world: TwoRegions

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
})

afterAll(() => world?.database.drop())

const rows = <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
  world.database.rows<Row>(text, values)
const ourSchemas = () => [world.almaty.schema, world.shymkent.schema, 'control', 'national']

describe('the system’s own views', () => {
  let witness: pg.Client

  beforeAll(async () => {
    // B's marker stands in its statistics, and in the text of a query that another session has just run.
    const { schema, role, marker } = world.shymkent
    await rows(`insert into ${schema}.wording select n::text, 'kk', 'n', n::text, $1 from generate_series(1, 50) n`, [
      marker,
    ])
    await rows(`analyze ${schema}.wording`)
    witness = new pg.Client({ connectionString: world.database.urls.runtime })
    await witness.connect()
    await witness.query(`begin; set local role ${role}`)
    await witness.query(`select id from ${schema}.hotline where number = '${marker}'`)
  })

  afterAll(() => witness?.end())

  /** Every relation of the catalogue in which one who may look finds B's marker. */
  async function whereSeen(ask: (statement: string) => Promise<readonly unknown[] | undefined>): Promise<string[]> {
    const relations = await rows<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v') order by 1`,
    )
    expect(relations.length).toBeGreaterThan(150)
    const seen: string[] = []
    // The marker is put together by the server, so that the looking itself does not hold it.
    const [head, tail] = [world.shymkent.marker.slice(0, 5), world.shymkent.marker.slice(5)]
    for (const { name } of relations) {
      const found = await ask(`select 1 from ${name} r where position('${head}' || '${tail}' in r::text) > 0 limit 1`)
      if (found?.length) seen.push(name)
    }
    return seen
  }

  test('hold B’s words for a superuser, who may see everything', async () => {
    const seen = await whereSeen((statement) => rows(statement).catch(() => undefined))
    expect(seen).toEqual(expect.arrayContaining(['pg_statistic', 'pg_stats', 'pg_stat_activity']))
  })

  test('hold none of them for region A, for control and for the national door', async () => {
    const doors = [
      world.almaty,
      { schema: 'control', role: world.logins.control },
      { schema: 'national', role: world.logins.national },
    ]
    for (const door of doors) {
      const hand = await openByHand(world.database.urls.runtime, door)
      expect(await whereSeen(async (statement) => (await hand.run(statement)).rows)).toEqual([])
      await hand.close()
    }
  })

  test('show A that others work, and not what they ask', async () => {
    const hand = await openByHand(world.database.urls.runtime, world.almaty)
    const told = await hand.run(`select distinct query from pg_stat_activity where pid <> pg_backend_pid()
      and datname = current_database()`)
    expect(told).toEqual({ rows: [{ query: '<insufficient privilege>' }] })
    const stats = await hand.run(`select * from pg_stats where schemaname = '${world.shymkent.schema}'`)
    expect(stats).toEqual({ rows: [] })
    await hand.close()
  })
})

test('no function acts with its owner’s rights', async () => {
  expect(await rows('select oid::regprocedure from pg_proc where prosecdef')).toEqual([])
})

test('every function in reach that takes SQL as text or touches files, sessions or objects is closed to the doors', async () => {
  // Judged by name over the whole catalogue, so that a new server version cannot bring a new one unseen.
  const open = await rows(
    `select distinct p.proname from pg_proc p
      where has_function_privilege($1, p.oid, 'execute')
        and (p.proname ~ '(^|_)(query|table|cursor|schema|database)_to_xml|^lo_|^lo(read|write)$|^dblink|^set_config$|^ts_stat$|^ts_rewrite$'
          or p.proname ~ '^pg_(try_)?advisory_lock|^pg_read_|^pg_ls_|^pg_stat_file|^pg_file_|^pg_current_logfile')
      order by 1`,
    [world.almaty.role],
  )
  expect(open).toEqual([])
})

describe('our schemas keep the rules of a distributed engine', () => {
  const none: [what: string, query: string][] = [
    ['triggers', `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and $`],
    ['rules', `select r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class where $`],
    ['views, sequences or foreign tables', `select relname from pg_class c where relkind not in ('r', 'i', 't') and $`],
    ['inheritance or partitions', `select 1 from pg_inherits h join pg_class c on c.oid = h.inhrelid where $`],
    [
      'row types beside tables, enums or domains',
      `select typname from pg_type c where typtype in ('e', 'd', 'r') and $`,
    ],
    ['functions', `select proname from pg_proc c where $`],
    [
      'tables without a primary key',
      `select relname from pg_class c where relkind = 'r' and $
        and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    ],
    [
      'foreign keys that leave their schema',
      `select conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
        where k.contype = 'f' and c.relnamespace <> f.relnamespace and $`,
    ],
    [
      'columns filled by a volatile default, a sequence or a generated expression',
      `select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relkind = 'r' and $ and (a.attidentity <> '' or a.attgenerated <> ''
          or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval|random|uuid|clock_timestamp')`,
    ],
  ]

  test.each(none)('no %s', async (_what, query) => {
    const column = /\bfrom pg_type\b/.test(query)
      ? 'typnamespace'
      : /\bfrom pg_proc\b/.test(query)
        ? 'pronamespace'
        : ''
    const within = `c.${column || 'relnamespace'} in (select oid from pg_namespace where nspname = any($1))`
    expect(await rows(query.replace('$', within), [ourSchemas()])).toEqual([])
  })

  test('such things would be seen: a planted trigger, view, enum and table without a key are', async () => {
    const { schema } = world.shymkent
    const planted = [
      `create table ${schema}.keyless (x text default gen_random_uuid()::text)`,
      `create view ${schema}.looking as select 1 as x`,
      `create type ${schema}.mood as enum ('a')`,
      `create trigger t before update on ${schema}.hotline
        for each row execute function suppress_redundant_updates_trigger()`,
    ]
    for (const statement of planted) await rows(statement)
    const found: string[] = []
    for (const [what, query] of none) {
      const column = query.includes('from pg_type')
        ? 'typnamespace'
        : query.includes('from pg_proc')
          ? 'pronamespace'
          : ''
      const within = `c.${column || 'relnamespace'} in (select oid from pg_namespace where nspname = any($1))`
      if ((await rows(query.replace('$', within), [ourSchemas()])).length > 0) found.push(what)
    }
    for (const undo of ['table $.keyless', 'view $.looking', 'type $.mood', 'trigger t on $.hotline'])
      await rows(`drop ${undo.replace('$', schema)}`)
    expect(found.map((what) => what.split(' ')[0])).toEqual(['triggers', 'rules', 'views,', 'row', 'tables', 'columns'])
  })
})

test('every table is declared with its owner, archive, erasure and retention, and nothing else is', async () => {
  const tables = async (schema: string) =>
    (
      await rows<{ table: string }>(
        `select table_name as table from information_schema.tables where table_schema = $1 order by 1`,
        [schema],
      )
    ).map(({ table }) => table)
  for (const { schema } of [world.almaty, world.shymkent])
    expect(await tables(schema)).toEqual(Object.keys(ownership.tenant).toSorted())
  expect(await tables('control')).toEqual(Object.keys(ownership.control).toSorted())
  expect(await tables('national')).toEqual(Object.keys(ownership.national).toSorted())
})

test('tables belong to the owner’s login, and a door’s role owns nothing', async () => {
  const owners = await rows(
    `select distinct r.rolname as owner from pg_class c join pg_roles r on r.oid = c.relowner
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1)`,
    [ourSchemas()],
  )
  expect(owners).toEqual([{ owner: world.logins.owner }])
})

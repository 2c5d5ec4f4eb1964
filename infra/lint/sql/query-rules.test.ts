import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Compilable,
  type Generated,
} from 'kysely'
import { describe, expect, it } from 'vitest'
import { QueryRuleError, checkQuery, queryProblems, queryRules } from './query-rules.ts'

interface Tables {
  appeal: { id: string; status: string; agency_id: string; updated_at: Date }
  agency: { id: string; name: string }
  journal: { id: string; event: Generated<string> }
}

const bare = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const db = bare.withSchema('t_almaty')

const rulesOf = (query: Compilable) => queryProblems(query.compile().query).map((problem) => problem.split(':')[0])
const raw = (text: string) => sql`${sql.raw(text)}`.compile(db)

describe('a built query', () => {
  const planted: [rule: string, query: Compilable][] = [
    ['unqualified', bare.selectFrom('appeal').selectAll()],
    ['unqualified', bare.selectFrom('appeal as a').selectAll('a')],
    ['unqualified', bare.insertInto('agency').values({ id: '1', name: 'x' })],
    ['unqualified', bare.updateTable('agency').set({ name: 'x' }).where('id', '=', '1')],
    ['unqualified', bare.deleteFrom('agency').where('id', '=', '1')],
    [
      'two-schemas',
      db
        .selectFrom('appeal')
        .innerJoin(bare.withSchema('control').selectFrom('agency').selectAll().as('a'), 'a.id', 'agency_id')
        .selectAll(),
    ],
    [
      'two-schemas',
      db
        .selectFrom('appeal')
        .selectAll()
        .where(sql<boolean>`exists (select from national.region)`),
    ],
    ['merge', db.mergeInto('appeal').using('agency', 'agency.id', 'appeal.agency_id').whenMatched().thenDelete()],
    [
      'volatile',
      db
        .updateTable('appeal')
        .set((eb) => ({ id: eb.fn<string>('gen_random_uuid') }))
        .where('id', '=', '1'),
    ],
    [
      'volatile',
      db
        .updateTable('appeal')
        .set({ updated_at: sql`clock_timestamp()` })
        .where('id', '=', '1'),
    ],
    [
      'volatile',
      db
        .updateTable('appeal')
        .set({ status: 'x' })
        .where(sql<boolean>`random() < 0.5`),
    ],
    [
      'volatile',
      db
        .insertInto('agency')
        .values({ id: '1', name: 'x' })
        .onConflict((on) => on.column('id').doUpdateSet({ name: sql`timeofday()` })),
    ],
    [
      'insert-subquery',
      db.insertInto('agency').values((eb) => ({ id: '1', name: eb.selectFrom('agency').select('name').limit(1) })),
    ],
    ['insert-subquery', db.insertInto('agency').values({ id: '1', name: sql`(select 'x')` })],
    ['offset', db.selectFrom('appeal').selectAll().limit(10).offset(20)],
    ['journal', db.updateTable('journal').set({ event: 'x' }).where('id', '=', '1')],
    ['journal', db.deleteFrom('journal as j').where('j.id', '=', '1')],
    [
      'journal',
      db
        .insertInto('journal')
        .values({ id: '1' })
        .onConflict((on) => on.column('id').doUpdateSet({ event: 'x' })),
    ],
    ['no-where', db.updateTable('appeal').set({ status: 'x' })],
    ['no-where', db.deleteFrom('appeal')],
    [
      'no-where',
      db
        .with('gone', (q) => q.deleteFrom('appeal').returning('id'))
        .selectFrom('gone')
        .selectAll(),
    ],
    ['sequence', db.selectNoFrom((eb) => eb.fn('nextval', [sql.lit('x')]).as('n'))],
  ]
  it.each(planted.map(([rule, query]) => [rule, query.compile().sql, query] as const))(
    'is caught by %s: %s',
    (rule, _, query) => {
      expect(rulesOf(query)).toContain(rule)
    },
  )

  it.each([
    ['session-state', "select set_config('role', 'x', true)"],
    ['session-state', 'set role tn_other'],
    ['session-state', 'set session authorization x'],
    ['session-state', 'set search_path = x'],
    ['session-state', 'reset all'],
    ['sequence', "select nextval('a')"],
    ['advisory-lock', 'select pg_advisory_lock(1)'],
    ['advisory-lock', 'select pg_try_advisory_lock_shared(1)'],
    ['listen', 'listen events'],
    ['offset', 'select 1 limit 10 offset 20'],
    ['merge', 'merge into a using b on true when matched then delete'],
    ['journal', 'delete from t_almaty.journal'],
  ])('of raw SQL is caught by %s: %s', (rule, text) => {
    expect(queryProblems(raw(text).query).map((problem) => problem.split(':')[0])).toContain(rule)
  })

  it('with a bound offset is caught', () => {
    expect(queryProblems(sql`select 1 offset ${20}`.compile(db).query)).toHaveLength(1)
  })

  it.each(
    [
      db
        .selectFrom('appeal as a')
        .innerJoin('agency', 'agency.id', 'a.agency_id')
        .selectAll('a')
        .orderBy('a.id')
        .limit(50),
      db
        .with('open', (q) => q.selectFrom('appeal').select('id'))
        .selectFrom('open')
        .selectAll(),
      db
        .selectFrom('appeal')
        .selectAll()
        .where((eb) => eb.exists(eb.selectFrom('agency').select('agency.id')))
        .forUpdate(),
      db.insertInto('agency').values([{ id: 'select random()', name: 'set role x' }]),
      db
        .insertInto('agency')
        .columns(['id', 'name'])
        .expression((eb) => eb.selectFrom('agency').select(['id', 'name'])),
      db.insertInto('journal').values({ id: '1' }),
      db
        .updateTable('appeal')
        .set({ status: 'x', updated_at: sql`now()` })
        .where('id', '=', '1'),
      db.updateTable('appeal').from('agency').set({ status: 'x' }).whereRef('agency.id', '=', 'appeal.agency_id'),
      db.deleteFrom('appeal').using('agency').whereRef('agency.id', '=', 'appeal.agency_id'),
      db.selectFrom(sql<{ n: number }>`unnest(array[1])`.as('u')).selectAll(),
    ].map((query: Compilable) => [query.compile().sql, query] as const),
  )('is let through: %s', (_, query) => {
    expect(queryProblems(query.compile().query)).toEqual([])
  })
})

describe('the plugin', () => {
  it('judges before anything is sent, whatever side of withSchema it was added on', async () => {
    for (const guarded of [bare.withPlugin(queryRules()).withSchema('t_almaty'), db.withPlugin(queryRules())]) {
      await expect(guarded.deleteFrom('appeal').execute()).rejects.toThrow(QueryRuleError)
      await expect(guarded.selectFrom('appeal').selectAll().execute()).resolves.toEqual([])
    }
    await expect(bare.withPlugin(queryRules()).selectFrom('appeal').selectAll().execute()).rejects.toThrow(
      /appeal has no schema/,
    )
  })

  it('is one function, for whoever compiles queries without a Kysely', () => {
    expect(() => checkQuery(db.deleteFrom('appeal').compile().query)).toThrow('no-where: DELETE of a whole table')
  })
})

import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTwoRegions, type TwoRegions } from './testing/regions.ts'
import { writtenTables, type WrittenColumn } from './testing/table-types.ts'

let world: TwoRegions

beforeAll(async () => {
  world = await openTwoRegions(inject('superuserUrl'))
})

afterAll(() => world?.database.drop())

/** What the runtime's driver makes of a column of PostgreSQL; calendar dates and 64-bit numbers stay text. */
const kinds: Readonly<Record<string, WrittenColumn['kind']>> = {
  text: 'text',
  date: 'text',
  bigint: 'text',
  integer: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'moment',
  ARRAY: 'list',
  jsonb: 'object',
}

async function realTables(schema: string) {
  const columns = await world.database.rows<{ table: string; column: string; type: string; nullable: boolean }>(
    `select table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable
      from information_schema.columns where table_schema = $1`,
    [schema],
  )
  const tables: Record<string, Record<string, { kind: WrittenColumn['kind'] | undefined; nullable: boolean }>> = {}
  for (const { table, column, type, nullable } of columns)
    (tables[table] ??= {})[column] = { kind: kinds[type], nullable }
  return tables
}

test.each([
  ['region A', 't_almaty', 'TenantTables', 20],
  ['region B', 't_shymkent', 'TenantTables', 20],
  ['control', 'control', 'ControlTables', 10],
  ['national', 'national', 'NationalTables', 5],
] as const)(
  'the types of %s say what stands in the database, no more and no less',
  async (_name, schema, type, least) => {
    const real = await realTables(schema)
    expect(Object.keys(real).length).toBeGreaterThanOrEqual(least)
    expect(writtenTables(type)).toEqual(real)
  },
)

test.each([
  ['a column the types do not know', 'add column secret text'],
  ['a column that is gone', 'drop column level'],
  ['a column that may be empty all at once', 'alter column level drop not null'],
  ['a column of another kind', 'alter column position type bigint'],
])('%s is noticed', async (_what, change) => {
  const { schema } = world.shymkent
  await world.database.rows(`create table ${schema}.kept (like ${schema}.agency)`)
  await world.database.rows(`alter table ${schema}.kept ${change}`)
  const { kept } = await realTables(schema)
  await world.database.rows(`drop table ${schema}.kept`)
  expect(kept).not.toEqual(writtenTables('TenantTables').agency)
})

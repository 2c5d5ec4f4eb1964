import { expect, it } from 'vitest'
import { findRawSql } from './raw-sql.ts'

const linesOf = (text: string) => findRawSql([{ path: 'app/core/x.server.ts', text }]).map(({ line }) => line)

it.each([
  "import { sql } from 'kysely'",
  "import { sql as raw } from 'kysely'",
  "import * as kysely from 'kysely'",
  "import { type Kysely, CompiledQuery } from 'kysely'",
  'db.transaction().execute(async () => undefined)',
  'db.startTransaction()',
  "sql.table('appeal')",
  'sql.raw(text)',
  "sql.id('appeal')",
  "db.executeQuery({ sql: '' })",
])('catches %s', (line) => {
  expect(linesOf(`const x = 1\n${line}`)).toEqual([2])
})

it('lets types, builders and our own helpers through', () => {
  const clean = [
    "import type { RawBuilder, sql } from 'kysely'",
    "import { Kysely, type CompiledQuery } from 'kysely'",
    "import { matchesText } from '#db/sql/search.ts'",
    "const note = 'a transaction (sql)'",
    'const { transaction } = receipt',
    "db.selectFrom('appeal').selectAll().execute()",
  ]
  expect(linesOf(clean.join('\n'))).toEqual([])
})

import { expect, it } from 'vitest'
import { checkFileSizes } from './file-sizes.ts'

const long = (path: string, lines: number) => ({ path, text: 'x\n'.repeat(lines) })

it.each([
  ['app/core/journal.server.ts', 300],
  ['app/routes/desk/appeal.tsx', 120],
  ['app/routes/desk/appeal.test.ts', 500],
  ['app/features/appeals/appeals.db.test.ts', 500],
  ['e2e/journeys/appeal.ts', 500],
  ['e2e/fixtures/region.ts', 300],
  ['app/ui/tokens.css', 400],
])('%s may have %i lines and no more', (path, limit) => {
  expect(checkFileSizes([long(path, limit)])).toEqual([])
  expect(checkFileSizes([long(path, limit + 1)])).toMatchObject([{ path, line: limit + 1 }])
})

it('leaves data alone', () => {
  expect(checkFileSizes([long('tenants/packs/base/pack.json', 5000)])).toEqual([])
})

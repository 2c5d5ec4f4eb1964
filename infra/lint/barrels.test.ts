import { expect, it } from 'vitest'
import { findBarrels } from './barrels.ts'

const messagesOf = (path: string, text: string) => findBarrels([{ path, text }]).map(({ message }) => message)

it.each([
  ['app/features/appeals/appeals.ts', "export { getAppeal } from './appeals.queries.server.ts'"],
  ['app/features/appeals/appeals.ts', "export type { Appeal } from './appeal.ts'"],
  ['app/features/appeals/public.server.ts', "export * from './appeal.ts'"],
  ['app/routes/home.tsx', "export * as appeals from '#app/features/appeals/appeal.ts'"],
])('catches a barrel in %s: %s', (path, text) => {
  expect(messagesOf(path, text)).toHaveLength(1)
})

it('lets a feature door, a route and plain exports through', () => {
  expect(messagesOf('app/features/appeals/public.server.ts', "export { getAppeal } from './a.server.ts'")).toEqual([])
  expect(messagesOf('app/routes/home.tsx', "export { ErrorBoundary } from '#app/core/http/error-page.tsx'")).toEqual([])
  expect(messagesOf('app/core/ids.ts', 'const x = 1\nexport { x }')).toEqual([])
})

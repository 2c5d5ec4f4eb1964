import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { describe, expect, it } from 'vitest'
import routes from '#app/routes.ts'
import { openAreas } from './areas.ts'

type Routes = ServerBuild['routes']

/** The routes as Remix would build them, without their modules. */
function builtRoutes(): Routes {
  const built: Record<string, Routes[string]> = { root: { id: 'root', path: '', module: {} as never } }
  const add = (entries: typeof routes, parentId: string) => {
    for (const { file, path, index, children = [] } of entries) {
      built[file] = { id: file, parentId, path, index, module: {} as never } as Routes[string]
      add(children as typeof routes, file)
    }
  }
  add(routes, 'root')
  return built
}

const build = { routes: builtRoutes(), assets: { routes: builtRoutes() } } as unknown as ServerBuild
const areaOf = openAreas(build)

function leafIn({ routes }: Pick<ServerBuild, 'routes'>, pathname: string): string | undefined {
  const under = (parentId: string | undefined): NonNullable<Parameters<typeof matchRoutes>[0]> =>
    Object.values(routes)
      .filter((route) => route.parentId === parentId)
      .map(({ id, path, index }) => (index ? { id, index, path } : { id, path, children: under(id) }))
  return matchRoutes(under(undefined), pathname)?.at(-1)?.route.id
}

const paths = Object.values(build.routes).map(({ id }) => {
  const names: string[] = []
  for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? '']) names.unshift(route.path ?? '')
  return `/${names
    .filter(Boolean)
    .join('/')
    .replace(':locale', 'kk')
    .replace(/:\w+/g, '01a21cc2-24b5-7477-bd48-ce93468cf69d')
    .replace('*', 'nowhere')}`
})

describe('an area of paths', () => {
  it.each([...new Set(paths)])('leads %s to the same page as all routes together', (path) => {
    expect(leafIn(areaOf(path), path)).toBe(leafIn(build, path))
    expect(leafIn(areaOf(path), path)).toBeDefined()
  })

  it.each(['/desk/nowhere', '/admin/a/b/c', '/kk/nowhere', '/nowhere/at/all', '/sign-in/nowhere'])(
    'has a page for %s, which leads nowhere',
    (path) => {
      expect(leafIn(areaOf(path), path)).toBe('routes/not-found.tsx')
    },
  )

  it('carries no more than its own routes', () => {
    expect(Object.keys(areaOf('/kk/track').routes)).not.toContain('routes/desk/worklist.tsx')
    expect(Object.keys(areaOf('/desk').assets.routes)).not.toContain('routes/resident/home.tsx')
    expect(areaOf('/desk')).toBe(areaOf('/desk/appeals/1'))
  })
})

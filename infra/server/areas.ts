import type { ServerBuild } from '@remix-run/node'

/**
 * The build for a path: with only those routes that its first segment may lead to. Remix ranks every route it has three
 * times a request, and copies them all for the page. Returns a function, which gives the same object for the same area.
 */
export function openAreas(build: ServerBuild): (pathname: string) => ServerBuild {
  const ancestry = (id: string) => {
    const routes: ServerBuild['routes'][string][] = []
    for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? '']) routes.unshift(route)
    return routes
  }
  const parents = new Set(Object.values(build.routes).map(({ parentId }) => parentId))
  const leaves = Object.keys(build.routes)
    .filter((id) => !parents.has(id))
    .map((id) => ({
      id,
      first:
        ancestry(id)
          .flatMap(({ path }) => path?.split('/') ?? [])
          .find(Boolean) ?? '',
    }))
  const openTo = (segment: string): ServerBuild => {
    const isOther = segment === '*'
    const own = leaves.filter(({ first }) => first === segment || first === '*' || (isOther && first.startsWith(':')))
    const ids = new Set(own.flatMap(({ id }) => ancestry(id).map((route) => route.id)))
    const only = <T>(routes: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
    return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
  }
  const named = new Map(leaves.map(({ first }) => [first, openTo(first)]))
  const rest = openTo('*')
  return (pathname) => named.get(pathname.split('/', 2)[1] ?? '') ?? rest
}

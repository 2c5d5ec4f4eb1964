import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import type { openHandler as OpenHandler } from './handler.ts'
import { serveWith, type Handler } from './listen.ts'

const vite = await createServer({
  configFile: 'infra/vite.config.ts',
  server: { middlewareMode: true },
  appType: 'custom',
})

/** Vite hands out the same module until something it imports has changed. */
const loadModule = () => vite.ssrLoadModule('/infra/server/handler.ts') as Promise<{ openHandler: typeof OpenHandler }>

let current: { module: Awaited<ReturnType<typeof loadModule>>; handler: Promise<Handler> } | undefined

// The whole product is one module graph of Vite's, opened anew when any of it changes: an error thrown in a route is then
// the very class that the edge knows, and a changed text or command is there at the next request.
async function handler(): Promise<Handler> {
  const module = await loadModule()
  if (current?.module !== module) {
    const former = current
    const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    current = { module, handler: module.openHandler({ build, assets: vite.middlewares }) }
    if (former) former.handler.then(({ close }) => close()).catch(() => undefined)
  }
  return current.handler
}

serveWith(await handler(), handler)

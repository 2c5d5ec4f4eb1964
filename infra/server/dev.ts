import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import type { runServer as RunServer } from './run.ts'

// One module graph: the server itself is loaded by Vite too, so that an error thrown in a route is known at the edge.
const vite = await createServer({
  configFile: 'infra/vite.config.ts',
  server: { middlewareMode: true },
  appType: 'custom',
})

const { runServer } = (await vite.ssrLoadModule('/infra/server/run.ts')) as { runServer: typeof RunServer }
await runServer({
  build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
  assets: vite.middlewares,
})

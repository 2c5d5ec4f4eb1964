import { createServer } from 'node:http'
import type { RequestHandler } from 'express'
import type { ServerBuild } from '@remix-run/node'
import { serverEnv } from '#app/core/env.server.ts'
import { openInstallation } from '#app/contexts.server.ts'
import { createEdge } from './edge.ts'
import { openLog } from './log.ts'
import { answerByRemix } from './remix.ts'
import { closeServer, stopGracefully } from './stop.ts'

interface ServerParts {
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  readonly assets?: RequestHandler
}

/** How long a stopping server waits for requests under way, milliseconds; deployments give more. */
const patience = Number(process.env.STOP_PATIENCE_MS ?? 4000)

/** Starts the server on PORT and stops it gracefully. */
export async function runServer({ build, assets }: ServerParts): Promise<void> {
  const env = serverEnv()
  const log = openLog(env.LOG_LEVEL, 'server')
  const installation = openInstallation(env, 'bir-tereze-server')
  // Loaded only where a demo asks for it: under `serve` the pages do not exist.
  const demo = env.DEMO_MAIL_DIR ? (await import('./demo-mail.tsx')).demoMailPages(env.DEMO_MAIL_DIR) : undefined
  const answerPage = answerByRemix(build, env.NODE_ENV)
  const server = createServer(createEdge({ env, installation, log, answerPage, assets, demo }))
  server.requestTimeout = 60_000
  server.listen(env.PORT, () => log.info({ port: env.PORT }, 'listening'))
  server.on('error', (error) => {
    log.fatal({ code: (error as { code?: string }).code, port: env.PORT }, 'cannot listen')
    process.exit(1)
  })
  stopGracefully(async () => {
    await closeServer(server)
    await installation.close()
  }, patience)
}

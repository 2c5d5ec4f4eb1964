import { createServer, type RequestListener } from 'node:http'
import type { Logger } from 'pino'
import type { ServerEnv } from '#app/core/env.server.ts'
import { described } from './log.ts'
import { closeServer, stopGracefully } from './stop.ts'

/** The product as something that answers requests. */
export interface Handler {
  readonly env: ServerEnv
  readonly log: Logger
  readonly answer: RequestListener
  close(): Promise<void>
}

/** Listens on PORT, asks `handler` for who answers each request, and stops gracefully. */
export function serveWith({ env, log }: Pick<Handler, 'env' | 'log'>, handler: () => Promise<Handler>): void {
  const server = createServer((incoming, outgoing) => {
    handler()
      .then(({ answer }) => answer(incoming, outgoing))
      .catch((error: unknown) => {
        log.fatal(described(error), 'failed')
        outgoing.writeHead(500).end()
      })
  })
  // For ten photographs from a slow network; `guardBody` cuts off who sends nothing much.
  server.requestTimeout = 600_000
  server.headersTimeout = 60_000
  server.listen(env.PORT, env.HOST, () => log.info({ port: env.PORT }, 'listening'))
  server.on('error', (error) => {
    log.fatal({ code: (error as { code?: string }).code, port: env.PORT }, 'cannot listen')
    process.exit(1)
  })
  stopGracefully(async () => {
    await closeServer(server)
    await (await handler()).close()
  }, env.STOP_PATIENCE_MS)
}

import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import compression from 'compression'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import type { Logger } from 'pino'
import { publicOrigin, type ServerEnv } from '#app/core/env.server.ts'
import { statusOf } from '#app/core/http/failures.server.ts'
import { isMultipart } from '#app/core/http/multipart.server.ts'
import { tokenPath } from '#app/features/domains/public.server.ts'
import type { Installation } from '#app/contexts.server.ts'
import { errorDocument } from '#app/error-document.server.tsx'
import { resolveWorld, type World } from '#tenants/resolve.ts'
import { guardBody } from './guard-body.ts'
import { described } from './log.ts'
import { answerToken, leadOn } from './own-host.ts'
import { openScope, type OpenScope } from './scope.ts'
import { openSites } from './sites.ts'
import { setSecurityHeaders } from './security-headers.ts'

/** How large a form may be. The longest text is 20,000 characters; what is past this is no form of ours. */
const longestForm = '1mb'

/** Answers a request for a page; the door it opened is closed by the edge. */
export type AnswerPage = (incoming: Request, outgoing: Response, open: OpenScope) => Promise<void>

interface EdgeParts {
  readonly env: ServerEnv
  readonly installation: Installation
  readonly log: Logger
  readonly answerPage: AnswerPage
  /** Development's own middleware in place of the built files. */
  readonly assets?: RequestHandler
  /** Pages that exist in a demo only. */
  readonly demo?: RequestHandler
}

/** What the edge keeps of one request. */
export interface EdgeLocals {
  requestId: string
  nonce: string
  open?: OpenScope
  /** Nobody can say whose host this is: the database has been away since the start. */
  away?: boolean
}

const localsOf = (outgoing: Response) => outgoing.locals as EdgeLocals

/** The HTTP edge: everything between the socket and the routes. */
export function createEdge({ env, installation, log, answerPage, assets, demo }: EdgeParts): Express {
  const app = express()
  const secure = env.PUBLIC_SCHEME === 'https'
  const sites = openSites()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', env.TRUST_PROXY)

  app.use((incoming, outgoing, next) => {
    const requestId = randomUUID()
    const nonce = randomBytes(16).toString('base64')
    outgoing.locals = { requestId, nonce } satisfies EdgeLocals
    outgoing.setHeader('X-Request-Id', requestId)
    setSecurityHeaders(outgoing, nonce, secure)
    logWhenDone(log, requestId, incoming, outgoing)
    next()
  })

  app.get('/healthz', (_incoming, outgoing) => void outgoing.type('text').send('ok'))
  app.get('/readyz', (_incoming, outgoing, next) => {
    installation.database
      .withControl((db) => db.selectFrom('tenant').select('slug').limit(1).execute())
      .then(() => outgoing.type('text').send('ready'))
      .catch((error: unknown) => {
        log.warn(described(error), 'not ready')
        outgoing.status(503).type('text').send('away')
      })
      .catch(next)
  })

  app.get(tokenPath, answerToken(installation.registry, env.APP_SECRET))

  app.use((incoming, outgoing, next) => {
    resolveWorld(installation.registry, installation.platformHost, incoming.headers.host)
      .catch((error: unknown) => {
        log.error({ requestId: localsOf(outgoing).requestId, ...described(error) }, 'no directory')
        return undefined
      })
      .then((world) => {
        if (world?.kind === 'unknown') return outgoing.status(404).type('text').send('Not found')
        const originOf = (host: string) => publicOrigin(env, host)
        if (world?.kind === 'tenant' && leadOn(world.tenant, originOf, incoming, outgoing)) return
        localsOf(outgoing).open = openFor(incoming, outgoing, world)
        localsOf(outgoing).away = world === undefined
        next()
      })
      .catch(next)
  })

  app.use(compression())
  if (assets) app.use(assets)
  else app.use('/assets', builtAssets())
  if (demo) app.use(demo)

  app.use((incoming, outgoing, next) => {
    if (incoming.method === 'GET' || incoming.method === 'HEAD' || incoming.method === 'POST') return next()
    outgoing.status(405).set('Allow', 'GET, HEAD, POST').type('text').send('Method not allowed')
  })
  // What only Remix's client script asks for: no page of ours runs it, so these ways in stay shut.
  app.use((incoming, outgoing, next) => {
    // A request line that is no path of ours, an absolute URL above all.
    const url = incoming.originalUrl.startsWith('/') ? urlOf(incoming) : undefined
    const forScripts =
      url?.pathname === '/__manifest' || url?.pathname.endsWith('.data') || url?.searchParams.has('_data')
    if (!url || forScripts) sendError(outgoing, 404)
    else next()
  })
  app.use(guardBody)
  // Forms with files are read by the action, as they come in.
  app.use(express.raw({ type: ({ headers }) => !isMultipart(headers['content-type']), limit: longestForm }))

  app.use((incoming, outgoing, next) => {
    const { open, away } = localsOf(outgoing)
    if (!open || away) return sendError(outgoing, 503)
    answerPage(incoming, outgoing, open)
      .finally(() => open.close())
      .catch(next)
  })

  const onError: ErrorRequestHandler = (error: unknown, _incoming, outgoing, _next) => {
    const status = statusOf(error) ?? (error as { status?: number }).status ?? 500
    if (status >= 500) log.error({ requestId: localsOf(outgoing).requestId, ...described(error) }, 'failed')
    if (outgoing.headersSent) outgoing.destroy()
    else sendError(outgoing, status)
  }
  app.use(onError)

  function openFor(incoming: Request, outgoing: Response, world: Exclude<World, { kind: 'unknown' }> | undefined) {
    const { requestId, nonce } = localsOf(outgoing)
    const report = (error: unknown) => log.error({ requestId, ...described(error) }, 'failed')
    return openScope(installation, world, incoming, {
      requestId,
      nonce,
      secure,
      secret: env.APP_SECRET,
      report,
      sites,
    })
  }

  function sendError(outgoing: Response, status: number) {
    const page = localsOf(outgoing).open?.scope.page
    outgoing.status(status)
    if (page?.retryAfter) outgoing.set('Retry-After', String(page.retryAfter))
    if (!page) outgoing.type('text').send(String(status))
    else outgoing.type('html').set('Cache-Control', 'no-store').send(errorDocument(status, page))
  }

  return app
}

/** The URL as it was asked for; undefined where host and path make none. */
function urlOf(incoming: Request): URL | undefined {
  const text = `http://${incoming.headers.host}${incoming.originalUrl}`
  return URL.canParse(text) ? new URL(text) : undefined
}

/** Files of the build: their names carry their content, so a browser never asks twice. No page looks for a file first. */
function builtAssets(): RequestHandler {
  return express.static(path.resolve('build/client/assets'), {
    immutable: true,
    maxAge: '1y',
    index: false,
    redirect: false,
  })
}

function logWhenDone(log: Logger, requestId: string, incoming: Request, outgoing: Response): void {
  const began = performance.now()
  outgoing.on('close', () => {
    const { method, path } = incoming
    const milliseconds = Math.round(performance.now() - began)
    // The path without its query: a token or a number stands there.
    log.info(
      { requestId, method, path, status: outgoing.statusCode, milliseconds, host: incoming.headers.host },
      'request',
    )
  })
}

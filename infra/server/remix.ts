import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Request as Incoming } from 'express'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { isMultipart } from '#app/core/http/multipart.server.ts'
import type { AnswerPage } from './edge.ts'
import { openAreas } from './areas.ts'
import { headersOf } from './scope.ts'

/** Our own scripts say that they read JSON, and show a person its words. */
const forScript = (incoming: Incoming) => incoming.headers.accept === 'application/json'

/**
 * Answers by Remix's routes. The body was read by the edge, but for a form with files, which the action reads as it comes
 * in. The reading door is closed as soon as the response
 * stands: a slow reader at the other end must not hold a connection.
 */
export function answerByRemix(load: ServerBuild | (() => Promise<ServerBuild>), mode: string): AnswerPage {
  const handle = handlerOf(load, mode)
  return async (incoming, outgoing, open) => {
    const cancelled = new AbortController()
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) cancelled.abort()
    })
    const headers = headersOf(incoming)
    // Remix would answer a foreign origin by a bare 500; our forms judge it themselves, and keep what was typed.
    headers.delete('Origin')
    // No address of ours has a zero byte, and PostgreSQL fails on one wherever it gets to.
    const address = incoming.originalUrl.replaceAll('%00', '')
    const request = new Request(`${incoming.protocol}://${incoming.headers.host}${address}`, {
      method: incoming.method,
      headers,
      signal: cancelled.signal,
      ...bodyOf(incoming),
    })
    const response = await handle(incoming.path)(request, open.scope)
    await open.close()
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html')
    if (response.status >= 400 && !isPage && !forScript(incoming)) {
      // What is no page (a file, a stylesheet) has failed: Remix tells programs of it, and people are asking.
      await response.body?.cancel()
      throw Object.assign(new Error('No such page'), { status: response.status })
    }
    outgoing.status(response.status)
    for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
    for (const cookie of response.headers.getSetCookie()) outgoing.append('Set-Cookie', cookie)
    if (!response.headers.has('Cache-Control')) {
      outgoing.setHeader('Cache-Control', 'no-store')
      open.remember(outgoing)
    }
    // What the action has not read of a form: the browser must have sent it before it looks at the answer.
    if (!incoming.readableEnded) incoming.resume()
    const { html } = open.scope.page
    if (html !== undefined) return void outgoing.end(incoming.method === 'HEAD' ? undefined : Buffer.from(html))
    if (!response.body) return void outgoing.end()
    const body = Readable.fromWeb(response.body as ReadableStream)
    if (incoming.method === 'HEAD') {
      body.destroy()
      return void outgoing.end()
    }
    // At the reader's pace. One who goes away in the middle is no failure of ours.
    await pipeline(body, outgoing).catch((error: unknown) => {
      if (!outgoing.destroyed) throw error
    })
  }
}

type Handle = ReturnType<typeof createRequestHandler>

/** Development's routes may change with every request; built ones stand, and each area of paths has a handler of its own. */
function handlerOf(load: ServerBuild | (() => Promise<ServerBuild>), mode: string): (path: string) => Handle {
  if (typeof load === 'function') {
    const handle = createRequestHandler(load, mode)
    return () => handle
  }
  const areaOf = openAreas(load)
  const handlers = new Map<ServerBuild, Handle>()
  return (path) => {
    const area = areaOf(path)
    const handle = handlers.get(area) ?? createRequestHandler(area, mode)
    handlers.set(area, handle)
    return handle
  }
}

function bodyOf(incoming: Incoming): RequestInit {
  if (incoming.method !== 'POST') return {}
  if (isMultipart(incoming.headers['content-type'])) {
    const body = Readable.toWeb(incoming) as unknown as BodyInit
    return { body, duplex: 'half' } as RequestInit
  }
  return { body: new Uint8Array(Buffer.isBuffer(incoming.body) ? incoming.body : []) }
}

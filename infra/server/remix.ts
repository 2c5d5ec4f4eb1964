import { createRequestHandler, writeReadableStreamToWritable, type ServerBuild } from '@remix-run/node'
import type { AnswerPage } from './edge.ts'
import { headersOf } from './scope.ts'

/**
 * Answers by Remix's routes. The body was read by the edge, and the reading door is closed as soon as the response
 * stands: a slow reader at the other end must not hold a connection.
 */
export function answerByRemix(load: ServerBuild | (() => Promise<ServerBuild>), mode: string): AnswerPage {
  const handle = createRequestHandler(load, mode)
  return async (incoming, outgoing, open) => {
    const cancelled = new AbortController()
    outgoing.on('close', () => cancelled.abort())
    const body = incoming.method === 'POST' && Buffer.isBuffer(incoming.body) ? incoming.body : undefined
    const headers = headersOf(incoming)
    // Remix would answer a foreign origin by a bare 500; our forms judge it themselves, and keep what was typed.
    headers.delete('Origin')
    const request = new Request(`${incoming.protocol}://${incoming.headers.host}${incoming.originalUrl}`, {
      method: incoming.method,
      headers,
      signal: cancelled.signal,
      body: incoming.method === 'POST' ? new Uint8Array(body ?? []) : undefined,
    })
    const response = await handle(request, open.scope)
    await open.close()
    outgoing.status(response.status)
    for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
    for (const cookie of response.headers.getSetCookie()) outgoing.append('Set-Cookie', cookie)
    if (!response.headers.has('Cache-Control')) {
      outgoing.setHeader('Cache-Control', 'no-store')
      open.remember(outgoing)
    }
    if (response.body) await writeReadableStreamToWritable(response.body, outgoing)
    else outgoing.end()
  }
}

import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { OutboundRefused, type Outbound, type OutboundReason, type OutboundRequest } from '#app/core/outbound.ts'
import { isPublicAddress } from './public-address.ts'

/** An address that a name stands for. */
export interface Resolved {
  readonly address: string
  readonly family: number
}

interface GuardSettings {
  /** Hosts that may be private and spoken to without TLS: `host` or `host:port`, for tests and the demo. */
  readonly allow?: readonly string[]
  /** How long a call may take with all its redirects, milliseconds. */
  readonly patience?: number
  /** How long an answer may be. */
  readonly mostBytes?: number
  /** A certificate that is trusted instead of the system's. */
  readonly ca?: string
  /** Stands for the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly Resolved[]>
}

const mostRedirects = 3

/** What goes along to another host: everything else may be meant for the first one only. */
const harmless = new Set(['accept', 'accept-language', 'user-agent'])

/** The hosts of `OUTBOUND_ALLOW`: `host` or `host:port`, comma separated. */
export const allowedHosts = (list: string): readonly string[] =>
  list
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '')

/**
 * The one client for addresses that regions type in. It resolves a name once, refuses the call if any of its addresses is
 * not public, and connects to what it has looked at: a name that answers otherwise the second time gains nothing.
 */
export function openGuardedHttp(settings: GuardSettings = {}): Outbound {
  const { allow = [], patience = 10_000, mostBytes = 1024 * 1024, ca, resolve = systemResolve } = settings
  const isAllowed = ({ host, hostname }: URL) => allow.includes(hostname) || allow.includes(host)

  async function addressesOf(url: URL): Promise<readonly Resolved[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const family = isIP(host)
    const found = family ? [{ address: host, family }] : await resolve(host).catch(refuse('unknownHost'))
    if (found.length === 0) throw new OutboundRefused('unknownHost')
    if (!isAllowed(url) && !found.every(({ address }) => isPublicAddress(address)))
      throw new OutboundRefused('privateAddress')
    return found
  }

  return async (address, request = {}) => {
    let url = checkedUrl(address, isAllowed)
    const method = (request.method ?? 'GET').toUpperCase()
    let asked = new Headers(request.headers)
    const ends = AbortSignal.timeout(Math.min(patience, request.patience ?? patience))
    const signal = request.signal ? AbortSignal.any([ends, request.signal]) : ends
    const most = Math.min(mostBytes, request.mostBytes ?? mostBytes)
    try {
      for (let redirects = 0; ; redirects += 1) {
        const addresses = await before(signal, addressesOf(url))
        const response = await exchange(url, addresses, { ...request, method, headers: asked, ca }, signal, most)
        const location = response.headers.get('Location')
        if (request.redirect === 'manual' || !isRedirect(response.status) || location === null) return response
        if (redirects === mostRedirects || (method !== 'GET' && method !== 'HEAD'))
          throw new OutboundRefused('redirect')
        const next = checkedUrl(location, isAllowed, url)
        if (next.protocol !== url.protocol) throw new OutboundRefused('scheme')
        if (next.host !== url.host) asked = onlyHarmless(asked)
        url = next
      }
    } catch (error) {
      if (error instanceof OutboundRefused || request.signal?.aborted) throw error
      throw new OutboundRefused(ends.aborted ? 'tooSlow' : 'unreachable', { cause: error })
    }
  }
}

const onlyHarmless = (headers: Headers) => new Headers([...headers].filter(([name]) => harmless.has(name)))

const systemResolve = (host: string) => lookup(host, { all: true })

const refuse = (reason: OutboundReason) => (cause: unknown) => {
  throw new OutboundRefused(reason, { cause })
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

function checkedUrl(address: string | URL, isAllowed: (url: URL) => boolean, base?: URL): URL {
  if (!URL.canParse(String(address), base)) throw new OutboundRefused('address')
  const url = new URL(address, base)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowed(url))) throw new OutboundRefused('scheme')
  if (url.username !== '' || url.password !== '') throw new OutboundRefused('credentials')
  return url
}

/** A look-up cannot be called off, but nobody has to wait for it. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('Time is up'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** One question and its answer, on a connection of its own to one of `addresses`. */
function exchange(
  url: URL,
  addresses: readonly Resolved[],
  { method, headers, body, ca }: OutboundRequest & { readonly headers: Headers; readonly ca: string | undefined },
  signal: AbortSignal,
  most: number,
): Promise<Response> {
  const bytes = bytesOf(body)
  if (body instanceof URLSearchParams && !headers.has('Content-Type'))
    headers.set('Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8')
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      headers: { ...Object.fromEntries(headers), ...(bytes ? { 'content-length': bytes.byteLength } : {}) },
      // A kept connection would outlive the look at its address.
      agent: false,
      ca,
      lookup: only(addresses),
      signal,
    })
    request.on('error', reject)
    request.on('response', (message) => {
      const chunks: Buffer[] = []
      let length = 0
      message.on('error', reject)
      message.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > most) {
          request.destroy()
          reject(new OutboundRefused('tooLong'))
        } else chunks.push(chunk)
      })
      message.on('end', () => {
        try {
          resolve(responseOf(message, Buffer.concat(chunks)))
        } catch (error) {
          reject(error as Error)
        }
      })
    })
    request.end(bytes)
  })
}

/** Answers every look-up with what was looked at before. */
const only =
  (addresses: readonly Resolved[]): LookupFunction =>
  (_host, options, done) => {
    const [first] = addresses
    if (options.all) done(null, [...addresses])
    else done(null, first?.address ?? '', first?.family)
  }

function bytesOf(body: OutboundRequest['body']): Uint8Array | undefined {
  if (body === undefined || body === null) return undefined
  return typeof body === 'string' || body instanceof URLSearchParams ? Buffer.from(String(body)) : body
}

function responseOf(message: http.IncomingMessage, body: Buffer): Response {
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const status = message.statusCode ?? 0
  const isEmpty = status === 204 || status === 205 || status === 304
  return new Response(isEmpty ? null : new Uint8Array(body), { status, headers })
}

import { request, type IncomingHttpHeaders } from 'node:http'
import type { Memory, Shot } from './load.ts'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

/** Somebody with a browser at one host, before the load begins: signs in, files an appeal, weighs a page. */
export interface Visitor {
  readonly host: string
  /** As a browser would send them now. */
  cookies(): string
  /** The token that this browser's forms carry. */
  formToken(): Promise<string>
  ask(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>
  /** Sends one request of a load; throws where it is not taken. */
  fire(shot: Shot, turn: number, memory: Memory): Promise<void>
  /** Sends a form; throws where it is not answered by a redirect, whose address it gives. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<string>
}

export const formType = 'application/x-www-form-urlencoded'

export function openVisitor(port: number, host: string): Visitor {
  const kept = new Map<string, string>()
  const cookies = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ')

  const exchange = (path: string, headers: Readonly<Record<string, string>>, body?: string) =>
    new Promise<Reply>((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: body === undefined ? 'GET' : 'POST',
          headers: { Host: `${host}:${port}`, Cookie: cookies(), ...headers },
          timeout: 20_000,
        },
        (reply) => {
          const chunks: Buffer[] = []
          reply.on('data', (chunk: Buffer) => chunks.push(chunk))
          reply.on('error', reject)
          reply.on('end', () => {
            for (const line of reply.headers['set-cookie'] ?? []) {
              const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
              kept.set(name, value)
            }
            resolve({ status: reply.statusCode ?? 0, headers: reply.headers, bytes: Buffer.concat(chunks) })
          })
        },
      )
      sent.on('error', reject)
      sent.on('timeout', () => sent.destroy(new Error(`no answer from ${path}`)))
      sent.end(body)
    })

  const ask: Visitor['ask'] = (path, headers = {}) => exchange(path, headers)
  const formToken = async () => hiddenField((await ask('/sign-in')).bytes.toString('utf8'), 'formToken')
  return {
    host,
    cookies,
    formToken,
    ask,
    fire: async ({ path, headers, body, learn }, turn, memory) => {
      const reply = await exchange(path, headers?.(memory) ?? {}, body?.(turn, memory))
      if (reply.status >= 400) throw new Error(`${path} was answered ${reply.status}`)
      learn?.(memory, reply.bytes.toString('utf8'), JSON.stringify(reply.headers))
    },
    send: async (path, fields) => {
      const body = new URLSearchParams({ formToken: await formToken(), ...fields }).toString()
      const { status, headers } = await exchange(path, { 'Content-Type': formType }, body)
      if (status !== 302 || !headers.location) throw new Error(`${path} was answered ${status}`)
      return headers.location
    },
  }
}

/** The value of a hidden field; throws where the page has none. */
export function hiddenField(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]
  if (value === undefined) throw new Error(`The page has no field ${name}`)
  return value
}

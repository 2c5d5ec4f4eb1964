import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'

/** A bucket and who may write there. */
interface Bucket {
  /** Its address, without a slash at the end. */
  readonly url: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What is asked of the bucket. */
interface Asked {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Empty: the bucket itself. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  /** Opened anew for every try. */
  readonly body?: { readonly bytes: number; readonly sha256: string; open(): Readable }
}

/** What the bucket said, its body not read yet. */
export type Ask = (asked: Asked) => Promise<http.IncomingMessage>

/** A refusal of the store, by S3's own code. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal'
  readonly code: string
  constructor(status: number, code: string) {
    super(`The file store said ${status} ${code}`)
    this.code = code
  }
}

const tries = 4
/** How long the far end may be silent, milliseconds. */
const patience = 30_000
/** SHA-256 of nothing: a request without a body signs it. */
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/**
 * Reads `https://key:secret@host/bucket?region=name`. Throws where a part is missing; the secret is never in the message.
 */
export function bucketOf(address: string): Bucket {
  const url = new URL(address)
  const bucket = url.pathname.replace(/^\/|\/$/g, '')
  if (!/^https?:$/.test(url.protocol) || !url.username || !url.password || !/^[a-z0-9.-]{3,63}$/.test(bucket)) {
    throw new Error('FILES_S3_URL must look like https://key:secret@host/bucket?region=name')
  }
  return {
    url: `${url.origin}/${bucket}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  }
}

/** Signed requests to one bucket, tried again while the far end is busy or away. Throws StoreRefusal. */
export function openRequests(bucket: Bucket): Ask {
  const { request, Agent } = bucket.url.startsWith('https:') ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })

  async function once({ method, key, query = {}, body }: Asked): Promise<http.IncomingMessage> {
    const url = new URL(key ? `${bucket.url}/${key}` : bucket.url)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      service: 's3',
      region: bucket.region,
      accessKeyId: bucket.accessKeyId,
      secretAccessKey: bucket.secretAccessKey,
      // The far end refuses what arrives otherwise than it was sent.
      headers: { 'X-Amz-Content-Sha256': body?.sha256 ?? ofNothing },
    })
    const signed = await signer.sign()
    const headers = Object.fromEntries(signed.headers as Headers)
    const sending = request(signed.url, {
      method,
      agent,
      timeout: patience,
      headers: body
        ? { ...headers, 'content-length': body.bytes, 'content-type': 'application/octet-stream' }
        : headers,
    })
    sending.on('timeout', () => sending.destroy(new Error(`The file store is silent for ${patience} ms`)))
    const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
      sending.on('response', resolve)
      sending.on('error', reject)
    })
    // A refusal may come while we still send: the answer tells more than the broken line.
    if (body) pipeline(body.open(), sending).catch(() => undefined)
    else sending.end()
    return answered
  }

  return async (asked) => {
    for (let left = tries - 1; ; left -= 1) {
      const pause = () => wait(100 * 2 ** (tries - 1 - left))
      const response = await once(asked).catch(async (error: unknown) => {
        if (left === 0) throw error
        await pause()
        return undefined
      })
      if (!response) continue
      const status = response.statusCode ?? 0
      if (status < 300) return response
      const code = /<Code>([^<]{1,100})<\/Code>/.exec(await text(response))?.[1] ?? ''
      if (left === 0 || (status < 500 && status !== 429)) throw new StoreRefusal(status, code)
      await pause()
    }
  }
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A store of the tests that speaks S3 and believes nobody. */
export interface TestS3 {
  /** `https://key:secret@host/bucket?region=name`, but without TLS. */
  readonly url: string
  readonly endpoint: string
  readonly objects: ReadonlyMap<string, StoredObject>
  /** Makes an object look older than it is. */
  age(key: string, at: Date): void
  /** How often it says that it is busy before it does anything more. */
  busy: number
  /** It hangs up in the middle of what it takes and gives. */
  breaksOff: boolean
  close(): Promise<void>
}

interface StoredObject {
  readonly body: Buffer
  readonly at: Date
}

export const s3Account = {
  accessKeyId: 'AKSYNAQ',
  secretAccessKey: 'сынақ/құпия+1',
  region: 'kz-ala-1',
  bucket: 'bir-tereze',
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

/** Signature Version 4, worked out anew from what arrived. Throws Refused. */
function mustBeSigned(request: IncomingMessage, url: URL, body: Buffer): void {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? '',
  )
  if (!given) throw new Refused(403, 'AccessDenied')
  const [, credential = '', names = '', signature = ''] = given
  const [key, day = '', region = '', service = '', ending = ''] = credential.split('/')
  if (key !== s3Account.accessKeyId) throw new Refused(403, 'InvalidAccessKeyId')
  const at = String(request.headers['x-amz-date'])
  const moment = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(Date.now() - moment) < 15 * 60_000)) throw new Refused(403, 'RequestTimeTooSkewed')
  if (region !== s3Account.region || service !== 's3' || ending !== 'aws4_request' || !at.startsWith(day))
    throw new Refused(400, 'AuthorizationHeaderMalformed')
  const signed = names.split(';')
  const unsigned = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-') && !signed.includes(name))
  if (!signed.includes('host') || unsigned.length > 0) throw new Refused(403, 'AccessDenied')
  const declared = String(request.headers['x-amz-content-sha256'])
  if (declared !== sha256(body)) throw new Refused(400, 'XAmzContentSHA256Mismatch')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&')
  const headers = signed
    .map((name) => `${name}:${String(request.headers[name]).trim().replace(/\s+/g, ' ')}\n`)
    .join('')
  const path = decodeURIComponent(url.pathname).split('/').map(encoded).join('/')
  const canonical = [request.method, path, query, headers, names, declared].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')
  const keys = [day, region, 's3', 'aws4_request']
  const signing = keys.reduce<string | Buffer>(hmac, `AWS4${s3Account.secretAccessKey}`)
  const right = hmac(signing, toSign)
  if (!timingSafeEqual(right, Buffer.from(signature, 'hex'))) throw new Refused(403, 'SignatureDoesNotMatch')
}

/** Starts a store with one bucket, at a port of this machine. Objects are never public: without a signature all is 403. */
export async function startS3(): Promise<TestS3> {
  const objects = new Map<string, StoredObject>()
  const s3 = { busy: 0, breaksOff: false }

  function answer(method: string, bucket: string, key: string, query: URLSearchParams, body: Buffer) {
    if (bucket !== s3Account.bucket) throw new Refused(404, 'NoSuchBucket')
    if (key === '' && method === 'GET') return { status: 200, body: Buffer.from(listing(objects, query)) }
    if (method === 'PUT') {
      objects.set(key, { body, at: new Date() })
      return { status: 200, body: Buffer.alloc(0) }
    }
    if (method === 'DELETE') {
      objects.delete(key)
      return { status: 204, body: Buffer.alloc(0) }
    }
    const object = objects.get(key)
    if (method !== 'GET' || !object) throw new Refused(404, 'NoSuchKey')
    return { status: 200, body: object.body }
  }

  const server = createServer((request, response) => {
    const handle = async () => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
      if (s3.breaksOff && request.method === 'PUT') return void request.once('data', () => request.socket.destroy())
      const body = await buffer(request)
      if (s3.busy > 0) {
        s3.busy -= 1
        throw new Refused(503, 'SlowDown')
      }
      mustBeSigned(request, url, body)
      const [, bucket = '', ...key] = decodeURIComponent(url.pathname).split('/')
      const said = answer(request.method ?? '', bucket, key.join('/'), url.searchParams, body)
      const length = said.status === 204 ? {} : { 'content-length': said.body.length }
      response.writeHead(said.status, { etag: '"0"', ...length })
      if (!s3.breaksOff) return void response.end(said.body)
      response.write(said.body.subarray(0, said.body.length / 2), () => request.socket.destroy())
    }
    handle().catch((error: unknown) => {
      const { status, code } = error instanceof Refused ? error : new Refused(500, 'InternalError')
      response.writeHead(status, { 'content-type': 'application/xml' })
      response.end(
        `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const { accessKeyId, secretAccessKey, region, bucket } = s3Account
  return Object.assign(s3, {
    url: `http://${accessKeyId}:${encodeURIComponent(secretAccessKey)}@${host}/${bucket}?region=${region}`,
    endpoint: `http://${host}`,
    objects,
    age: (key: string, at: Date) => {
      const object = objects.get(key)
      if (object) objects.set(key, { ...object, at })
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

/** ListObjectsV2. Its token has signs that must be written otherwise in a URL and in XML. */
function listing(objects: ReadonlyMap<string, StoredObject>, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? ''
  const most = Number(query.get('max-keys') ?? 1000)
  const after = (query.get('continuation-token') ?? '').replace(/^<\+&/, '')
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted()
  const page = keys.slice(0, most)
  const more =
    keys.length > most ? `<NextContinuationToken>${escaped(`<+&${page.at(-1)}`)}</NextContinuationToken>` : ''
  const contents = page.map((key) => {
    const { body, at } = objects.get(key) ?? { body: '', at: new Date(0) }
    return `<Contents><Key>${escaped(key)}</Key><LastModified>${at.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${s3Account.bucket}</Name><IsTruncated>${more !== ''}</IsTruncated>${contents.join('')}${more}</ListBucketResult>`
}

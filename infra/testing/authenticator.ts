import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What our pages hand to a browser. */
interface Options {
  readonly challenge: string
  readonly rp?: { readonly id?: string }
  readonly rpId?: string
}

/** A device with one passkey that does what it is told, and lies where a test wants it to. */
export interface TestAuthenticator {
  readonly credentialId: string
  make(options: object, lies?: Lies): Reply
  use(options: object, lies?: Lies): Reply
}

export interface Lies {
  readonly origin?: string
  readonly challenge?: string
  /** Finger, face or PIN were not asked for. */
  readonly unverified?: boolean
}

type Reply = ReturnType<typeof replyOf>

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const text = (data: Buffer) => data.toString('base64url')

/** CBOR, as much of it as an authenticator says: small integers, bytes, short texts, maps. */
function cbor(value: number | Buffer | string | Map<unknown, unknown>): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size])
    return size < 256 ? Buffer.from([(major << 5) | 24, size]) : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
  }
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].flatMap(([key, held]) => [cbor(key as number), cbor(held as number)])
  return Buffer.concat([head(5, value.size), ...pairs])
}

/** A new device. `origin` is where its browser believes to be. */
export function openAuthenticator(origin: string): TestAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(24)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = cbor(
    new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
  let counter = 0

  const clientData = (type: string, options: Options, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: lies.challenge ?? options.challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (rpId: string, { unverified = false }: Lies, credential?: Buffer) => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = 1 | (unverified ? 0 : 4) | (credential ? 64 : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, ...(credential ? [credential] : [])])
  }
  const hostIn = (options: Options) => options.rp?.id ?? options.rpId ?? ''

  return {
    credentialId: text(id),
    make: (asked, lies = {}) => {
      const options = asked as Options
      const length = Buffer.from([0, id.length])
      const data = authData(hostIn(options), lies, Buffer.concat([Buffer.alloc(16), length, id, cose]))
      const attestation = new Map<string, string | Map<string, string> | Buffer>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ])
      return replyOf(id, {
        clientDataJSON: text(clientData('webauthn.create', options, lies)),
        attestationObject: text(cbor(attestation)),
        transports: ['internal'],
      })
    },
    use: (asked, lies = {}) => {
      const options = asked as Options
      const client = clientData('webauthn.get', options, lies)
      const data = authData(hostIn(options), lies)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return replyOf(id, { clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature) })
    },
  }
}

function replyOf(id: Buffer, response: { clientDataJSON: string } & Record<string, unknown>) {
  return { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {}, response }
}

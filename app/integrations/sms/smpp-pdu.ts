/** SMPP 3.4, as much of it as a message needs: a session, submitting, receipts. Numbers are from the specification. */

export const command = {
  genericNack: 0x80000000,
  bindTransceiver: 0x00000009,
  submit: 0x00000004,
  deliver: 0x00000005,
  unbind: 0x00000006,
  enquireLink: 0x00000015,
} as const

/** The reply to a request has its number with this bit. */
export const reply = 0x80000000

export const status = {
  ok: 0x00,
  invalidCommand: 0x03,
  systemError: 0x08,
  invalidDestination: 0x0b,
  bindFailed: 0x0d,
} as const

const tag = { receiptedMessageId: 0x001e, userMessageReference: 0x0204, payload: 0x0424, messageState: 0x0427 }

/** One unit of the protocol: header and body. */
export interface Pdu {
  readonly command: number
  readonly status: number
  readonly sequence: number
  readonly body: Buffer
}

/** The longest unit that is read: a message is 255 octets, an optional parameter may be 64 KB. */
const longest = 70_000
const header = 16

/** Takes whole units off the front of what a connection has brought. Throws on what is none. */
export function takePdus(received: Buffer): { pdus: Pdu[]; rest: Buffer } {
  const pdus: Pdu[] = []
  let rest = received
  while (rest.length >= 4) {
    const length = rest.readUInt32BE(0)
    if (length < header || length > longest) throw new Error(`SMPP: a unit of ${length} octets`)
    if (rest.length < length) break
    pdus.push({
      command: rest.readUInt32BE(4),
      status: rest.readUInt32BE(8),
      sequence: rest.readUInt32BE(12),
      body: rest.subarray(header, length),
    })
    rest = rest.subarray(length)
  }
  return { pdus, rest }
}

/** A unit as octets. */
export function pduBytes({ command, status, sequence, body }: Pdu): Buffer {
  const head = Buffer.alloc(header)
  head.writeUInt32BE(header + body.length, 0)
  head.writeUInt32BE(command >>> 0, 4)
  head.writeUInt32BE(status, 8)
  head.writeUInt32BE(sequence, 12)
  return Buffer.concat([head, body])
}

const cString = (text: string) => Buffer.from(`${text}\0`, 'latin1')
const octets = (...bytes: readonly number[]) => Buffer.from(bytes)

/** Reads a body from its front. */
function reader(body: Buffer) {
  let at = 0
  return {
    string: () => {
      const end = body.indexOf(0, at)
      if (end < 0) throw new Error('SMPP: a text without an end')
      const text = body.toString('latin1', at, end)
      at = end + 1
      return text
    },
    octet: () => body.readUInt8(at++),
    bytes: (length: number) => {
      if (at + length > body.length) throw new Error('SMPP: a text that is cut off')
      at += length
      return body.subarray(at - length, at)
    },
    optional: () => {
      const found = new Map<number, Buffer>()
      while (at + 4 <= body.length) {
        const [name, length] = [body.readUInt16BE(at), body.readUInt16BE(at + 2)]
        found.set(name, body.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
      return found
    },
  }
}

const optional = (name: number, value: Buffer) => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(name, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}

export interface Bind {
  readonly systemId: string
  readonly password: string
}

/** The body of `bind_transceiver`. */
export const bindBody = ({ systemId, password }: Bind): Buffer =>
  Buffer.concat([cString(systemId), cString(password), cString(''), octets(0x34, 0, 0), cString('')])

/** Who binds, from the body. */
export function readBind(body: Buffer): Bind {
  const read = reader(body)
  return { systemId: read.string(), password: read.string() }
}

/** An address with its type of number and numbering plan. */
export interface Address {
  readonly ton: number
  readonly npi: number
  readonly address: string
}

/** A short message, as `submit_sm` and `deliver_sm` both carry it. */
export interface ShortMessage {
  readonly from: Address
  readonly to: Address
  readonly esmClass: number
  /** Whether the far end is to say what became of it. */
  readonly wantsReceipt: boolean
  readonly dataCoding: number
  /** With its user data header where `esmClass` says so. At most 254 octets. */
  readonly content: Buffer
  /** Ours for the message, 16 bits. */
  readonly reference?: number
  /** Of a receipt: the far end's id of the message it is for, and the state it has reached. */
  readonly receipted?: { readonly id: string; readonly state: number }
}

const addressBytes = ({ ton, npi, address }: Address) => Buffer.concat([octets(ton, npi), cString(address)])

/** The body of `submit_sm` or `deliver_sm`. */
export function messageBody(message: ShortMessage): Buffer {
  const { from, to, esmClass, wantsReceipt, dataCoding, content, reference, receipted } = message
  const extra: Buffer[] = []
  if (reference !== undefined) extra.push(optional(tag.userMessageReference, octets(reference >> 8, reference & 0xff)))
  if (receipted) {
    extra.push(optional(tag.receiptedMessageId, cString(receipted.id)))
    extra.push(optional(tag.messageState, octets(receipted.state)))
  }
  return Buffer.concat([
    cString(''),
    addressBytes(from),
    addressBytes(to),
    octets(esmClass, 0, 0),
    cString(''),
    cString(''),
    octets(wantsReceipt ? 1 : 0, 0, dataCoding, 0, content.length),
    content,
    ...extra,
  ])
}

/** A short message from the body of `submit_sm` or `deliver_sm`. Throws on one that is cut off. */
export function readMessage(body: Buffer): ShortMessage {
  const read = reader(body)
  const address = (): Address => ({ ton: read.octet(), npi: read.octet(), address: read.string() })
  read.string()
  const [from, to] = [address(), address()]
  const esmClass = read.octet()
  read.bytes(2)
  read.string()
  read.string()
  const wantsReceipt = (read.octet() & 3) !== 0
  read.octet()
  const dataCoding = read.octet()
  read.octet()
  const short = read.bytes(read.octet())
  const extra = read.optional()
  const id = extra.get(tag.receiptedMessageId)
  return {
    from,
    to,
    esmClass,
    wantsReceipt,
    dataCoding,
    content: short.length > 0 ? short : (extra.get(tag.payload) ?? short),
    reference: extra.get(tag.userMessageReference)?.readUInt16BE(0),
    receipted: id && {
      id: id.toString('latin1').replace(/\0$/, ''),
      state: extra.get(tag.messageState)?.readUInt8(0) ?? 0,
    },
  }
}

/** The body of `submit_sm_resp` or `deliver_sm_resp`. */
export const messageIdBody = (id: string): Buffer => cString(id)

/** The far end's id of a message, from `submit_sm_resp`; empty where it refused. */
export const readMessageId = (body: Buffer): string => (body.length > 0 ? reader(body).string() : '')

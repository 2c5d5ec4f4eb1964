import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rename, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import path from 'node:path'
import { decodedPart } from '#app/core/sms-text.ts'
import {
  command,
  messageBody,
  messageIdBody,
  pduBytes,
  readBind,
  readMessage,
  reply,
  status,
  takePdus,
  type Pdu,
  type ShortMessage,
} from '#app/integrations/sms/smpp-pdu.ts'
import { mailName } from './mailbox.ts'

/** A message as the folder keeps it. */
export interface KeptSms {
  readonly from: string
  /** Digits, as they came. */
  readonly to: string
  readonly text: string
  readonly segments: number
  /** 16 bits, the sender's own for the message; null where it gave none. */
  readonly reference: number | null
}

export interface MessageCentre {
  /** Where the product sends its SMS, with the name and password that are taken. */
  readonly url: string
  stop(): Promise<void>
}

interface Part {
  readonly message: ShortMessage
  readonly text: string
  readonly total: number
  readonly place: number
}

const nothing = Buffer.alloc(0)
const delivered = 2

/**
 * A message centre on the loopback address that speaks SMPP 3.4, keeps each message as one .json file instead of sending it
 * on, and says of each segment that it was delivered.
 */
export async function startMessageCentre(folder: string): Promise<MessageCentre> {
  const login = { systemId: 'bir-tereze', password: randomUUID().slice(0, 8) }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    serve(socket, login, folder)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smpp://${login.systemId}:${login.password}@127.0.0.1:${port}`,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function serve(socket: Socket, login: { systemId: string; password: string }, folder: string): void {
  let received: Buffer = nothing
  let isBound = false
  let sequence = 0
  const waiting = new Map<string, Part[]>()
  // A client that breaks off is the client's affair.
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => {
    try {
      const { pdus, rest } = takePdus(Buffer.concat([received, chunk]))
      received = rest
      for (const pdu of pdus) void take(pdu).catch(() => socket.destroy())
    } catch {
      socket.destroy()
    }
  })
  const say = (which: number, state: number, own: number, body: Buffer = nothing) =>
    socket.write(pduBytes({ command: which, status: state, sequence: own, body }))

  async function take({ command: which, sequence: own, body }: Pdu): Promise<void> {
    if (which >= reply) return
    if (which === command.bindTransceiver) {
      const { systemId, password } = readBind(body)
      isBound = systemId === login.systemId && password === login.password
      say(which + reply, isBound ? status.ok : status.bindFailed, own, isBound ? messageIdBody('demo') : nothing)
    } else if (which === command.enquireLink) say(which + reply, status.ok, own)
    else if (which === command.unbind) {
      say(which + reply, status.ok, own)
      socket.end()
    } else if (which === command.submit && isBound) await submitted(body, own)
    else say(command.genericNack, status.invalidCommand, own)
  }

  async function submitted(body: Buffer, own: number): Promise<void> {
    const part = partOf(readMessage(body))
    if (!/^\d{7,15}$/.test(part.message.to.address)) {
      say(command.submit + reply, status.invalidDestination, own)
      return
    }
    const whole = joined(waiting, part)
    if (whole) await keep(folder, whole)
    const id = randomUUID()
    say(command.submit + reply, status.ok, own, messageIdBody(id))
    if (!part.message.wantsReceipt) return
    sequence += 1
    say(command.deliver, status.ok, sequence, receiptFor(part.message, id))
  }
}

/** A segment by the header that stands before its text, where there is one. */
function partOf(message: ShortMessage): Part {
  const alphabet = message.dataCoding === 8 ? 'ucs2' : 'gsm7'
  const hasHeader = (message.esmClass & 0x40) !== 0
  const { content } = message
  const head = hasHeader ? content.subarray(0, content.readUInt8(0) + 1) : nothing
  const isJoined = head.length === 6 && head[1] === 0
  const text = decodedPart(content.subarray(head.length), alphabet)
  return { message, text, total: isJoined ? (head[4] ?? 1) : 1, place: isJoined ? (head[5] ?? 1) : 1 }
}

/** The whole message when its last segment has come; segments that come twice count once. */
function joined(waiting: Map<string, Part[]>, part: Part): KeptSms | undefined {
  const { from, to, reference } = part.message
  const key = JSON.stringify([from.address, to.address, reference, part.total])
  const parts = [...(waiting.get(key) ?? []).filter(({ place }) => place !== part.place), part]
  waiting.set(key, parts)
  if (parts.length < part.total) return undefined
  waiting.delete(key)
  const text = parts
    .toSorted((a, b) => a.place - b.place)
    .map(({ text }) => text)
    .join('')
  return { from: from.address, to: to.address, text, segments: part.total, reference: reference ?? null }
}

function receiptFor({ from, to }: ShortMessage, id: string): Buffer {
  const at = new Date().toISOString().replace(/\D/g, '').slice(2, 12)
  const text = `id:${id} sub:001 dlvrd:001 submit date:${at} done date:${at} stat:DELIVRD err:000 text:`
  return messageBody({
    from: to,
    to: from,
    esmClass: 0x04,
    wantsReceipt: false,
    dataCoding: 0,
    content: Buffer.from(text, 'latin1'),
    receipted: { id, state: delivered },
  })
}

/** Whole or absent, and names sort by time. */
async function keep(folder: string, sms: KeptSms): Promise<void> {
  const name = mailName(new Date(), 'json')
  const unfinished = path.join(folder, `.${name}.part`)
  await writeFile(unfinished, JSON.stringify(sms, undefined, 2), { mode: 0o600 })
  await rename(unfinished, path.join(folder, name))
}

import { createHash } from 'node:crypto'
import type { Sms } from '#app/core/letter.ts'
import { encodedPart, segmentsOf } from '#app/core/sms-text.ts'
import { notTaken, type SmsGateway, type SmsReceipt } from './gateway.ts'
import { messageBody, readMessage, readMessageId, status, command, type Address } from './smpp-pdu.ts'
import { openSmppSession, type SmppSession } from './smpp-session.server.ts'

export interface SmppSettings {
  /** `smpp://system-id:password@host:2775`, or `smpps://` over TLS. */
  readonly url: URL
  /** The sender people see: a name of up to eleven Latin letters and digits, or a number. */
  readonly from: string
  /** Told of every receipt; where it throws, the far end is asked to come again. */
  readonly onReceipt: (receipt: SmsReceipt) => Promise<void>
  /** How long a reply may take, milliseconds. */
  readonly patience?: number
  /** How long after a lost connection the next one is tried, milliseconds. */
  readonly pause?: number
}

/** How often a silent connection is asked whether it lives, milliseconds. */
const enquireEvery = 30_000

/**
 * SMS by SMPP 3.4. The connection is held open, because receipts come whenever they come, and is made anew when it is lost.
 * A segment's reference and its place are the same at every try; the protocol has nothing by which a repeat is refused.
 */
export function openSmppGateway({ url, from, onReceipt, patience = 10_000, pause = 5000 }: SmppSettings): SmsGateway {
  let session: Promise<SmppSession> | undefined
  let current: SmppSession | undefined
  let again: NodeJS.Timeout | undefined
  let closed = false

  function bound(): Promise<SmppSession> {
    clearTimeout(again)
    session ??= openSmppSession(url, patience, heard).then(
      (open) => {
        current = open
        if (closed) open.end()
        const beat = setInterval(() => void open.ask(command.enquireLink).catch(() => open.end()), enquireEvery)
        void open.gone.then(() => {
          clearInterval(beat)
          lost()
        })
        return open
      },
      (error: unknown) => {
        lost()
        throw error
      },
    )
    return session
  }

  /** Receipts wait for nobody to send something. */
  function lost(): void {
    session = undefined
    current = undefined
    clearTimeout(again)
    if (!closed) again = setTimeout(() => void bound().catch(() => undefined), pause)
  }

  async function heard(body: Buffer): Promise<number> {
    const receipt = receiptOf(body)
    if (!receipt) return status.ok
    return onReceipt(receipt).then(
      () => status.ok,
      () => status.systemError,
    )
  }

  void bound().catch(() => undefined)
  return {
    send: async (sms, { reference }) => {
      const open = await bound()
      const ids: string[] = []
      for (const body of bodiesOf(sms, from, reference)) {
        const answer = await open.ask(command.submit, body)
        if (answer.status === status.invalidDestination) return { taken: false }
        if (answer.status !== status.ok) throw notTaken(`0x${answer.status.toString(16)}`)
        ids.push(readMessageId(answer.body))
      }
      return { taken: true, ids }
    },
    close: async () => {
      closed = true
      clearTimeout(again)
      await current?.unbind()
    },
  }
}

const userData = { esmClass: 0x40, joined: 0x05, reference: 0x00, length: 0x03 }

/** A number of 16 bits that is the notice's own. */
const shortReference = (reference: string) => createHash('sha256').update(reference).digest().readUInt16BE(0)

function bodiesOf({ to, text }: Sms, from: string, reference: string): Buffer[] {
  const { alphabet, parts } = segmentsOf(text)
  const own = shortReference(reference)
  return parts.map((part, at) => {
    const content = encodedPart(part, alphabet)
    // The header that joins segments: its length, its kind, the length of the rest, reference, how many, which.
    const head = [userData.joined, userData.reference, userData.length, own & 0xff, parts.length, at + 1]
    return messageBody({
      from: senderAddress(from),
      to: { ton: 1, npi: 1, address: to.replace('+', '') },
      esmClass: parts.length > 1 ? userData.esmClass : 0,
      wantsReceipt: true,
      dataCoding: alphabet === 'ucs2' ? 0x08 : 0x00,
      content: parts.length > 1 ? Buffer.concat([Buffer.from(head), content]) : content,
      reference: own,
    })
  })
}

/** A name is alphanumeric, a long number is international, a short one belongs to the network. */
function senderAddress(from: string): Address {
  const digits = from.replace('+', '')
  if (!/^\d+$/.test(digits)) return { ton: 5, npi: 0, address: from }
  return digits.length > 8 ? { ton: 1, npi: 1, address: digits } : { ton: 3, npi: 0, address: digits }
}

/** Bits of `esm_class` that say what a message is, and their value for a receipt. */
const kindBits = 0x3c
const isReceipt = 0x04

/** States of a message by their number and by their word in a receipt's text; those on the way are none. */
const settled: Readonly<Record<string, SmsReceipt['state']>> = {
  2: 'delivered',
  3: 'lost',
  4: 'lost',
  5: 'lost',
  8: 'lost',
  DELIVRD: 'delivered',
  EXPIRED: 'lost',
  DELETED: 'lost',
  UNDELIV: 'lost',
  REJECTD: 'lost',
}

/** What a receipt says, in its fields or, where the far end fills none, in its text. Undefined for what is none. */
function receiptOf(body: Buffer): SmsReceipt | undefined {
  const { esmClass, content, receipted } = readMessage(body)
  if ((esmClass & kindBits) !== isReceipt) return undefined
  const text = content.toString('latin1')
  const id = receipted?.id || /\bid:(\S+)/.exec(text)?.[1]
  const state = settled[receipted?.state || (/\bstat:(\w+)/.exec(text)?.[1] ?? '')]
  return id && state ? { id, state } : undefined
}

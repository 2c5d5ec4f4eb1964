import { connect as connectPlain, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { notTaken } from './gateway.ts'
import { bindBody, command, messageIdBody, pduBytes, reply, status, takePdus, type Pdu } from './smpp-pdu.ts'

/** A bound connection to a message centre. */
export interface SmppSession {
  /** Sends a request and resolves with its reply, whatever that says. Throws when none comes in time. */
  ask(which: number, body?: Buffer): Promise<Pdu>
  /** Resolves when the connection is over. */
  readonly gone: Promise<void>
  /** Says good-bye and ends. */
  unbind(): Promise<void>
  /** Ends at once. */
  end(): void
}

/** How long a good-bye may take, milliseconds. */
const goodByeMs = 1000

const nothing: Buffer = Buffer.alloc(0)

/**
 * Connects and binds as a transceiver: sends, and hears what the far end delivers. `heard` is given the body of each
 * `deliver_sm` and resolves with the status it is answered with. Throws where the far end is away or refuses us.
 */
export async function openSmppSession(
  url: URL,
  patience: number,
  heard: (body: Buffer) => Promise<number>,
): Promise<SmppSession> {
  const { username, password } = url
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const isSecure = url.protocol === 'smpps:'
  const port = Number(url.port || (isSecure ? 3550 : 2775))
  const socket: Socket = isSecure
    ? connectTls({ host: hostname, port, servername: hostname })
    : connectPlain({ host: hostname, port })
  const waiting = new Map<number, (pdu: Pdu) => void>()
  let received: Buffer = nothing
  let sequence = 0

  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  // Whoever waits for a reply is told by `gone`.
  socket.on('error', () => undefined)
  socket.setNoDelay(true)
  socket.on('data', (chunk: Buffer) => {
    try {
      const { pdus, rest } = takePdus(Buffer.concat([received, chunk]))
      received = rest
      for (const pdu of pdus) take(pdu)
    } catch {
      socket.destroy()
    }
  })

  function take(pdu: Pdu): void {
    if (pdu.command >= reply) {
      waiting.get(pdu.sequence)?.(pdu)
      waiting.delete(pdu.sequence)
      return
    }
    const answer = (state: number, body: Buffer = nothing, which: number = pdu.command + reply) =>
      socket.write(pduBytes({ command: which, status: state, sequence: pdu.sequence, body }))
    if (pdu.command === command.deliver) {
      void heard(pdu.body).then(
        (state) => answer(state, messageIdBody('')),
        () => answer(status.systemError, messageIdBody('')),
      )
    } else if (pdu.command === command.enquireLink) answer(status.ok)
    else if (pdu.command === command.unbind) {
      answer(status.ok)
      socket.end()
    } else answer(status.invalidCommand, nothing, command.genericNack)
  }

  function ask(which: number, body: Buffer = nothing): Promise<Pdu> {
    sequence = (sequence % 0x7fffffff) + 1
    const own = sequence
    let late: NodeJS.Timeout | undefined
    const answered = new Promise<Pdu>((resolve, reject) => {
      waiting.set(own, resolve)
      late = setTimeout(() => reject(notTaken('no reply in time')), patience)
      void gone.then(() => reject(notTaken('connection lost')))
    })
    socket.write(pduBytes({ command: which, status: status.ok, sequence: own, body }))
    return answered.finally(() => {
      clearTimeout(late)
      waiting.delete(own)
    })
  }

  try {
    const who = { systemId: decodeURIComponent(username), password: decodeURIComponent(password) }
    const bound = await ask(command.bindTransceiver, bindBody(who))
    if (bound.status !== status.ok) throw notTaken(`bind refused, 0x${bound.status.toString(16)}`)
  } catch (error) {
    socket.destroy()
    throw error
  }
  return {
    ask,
    gone,
    unbind: async () => {
      // Manners, for a moment: a far end that hangs must not keep us.
      await Promise.race([ask(command.unbind).catch(() => undefined), delay(goodByeMs)])
      socket.destroy()
      await gone
    },
    end: () => socket.destroy(),
  }
}

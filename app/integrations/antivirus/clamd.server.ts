import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** What a scanner says of a file; `tooLarge` where it takes no file of that length. */
export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly threat: string }
  | { readonly kind: 'tooLarge' }

/** Looks into files for viruses. Throws ScannerAway where it cannot be asked now. */
export type Scan = (content: Readable) => Promise<Verdict>

/** The scanner is not there, is busy or said what we do not understand: the file is asked about again later. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway'
}

interface ClamdOptions {
  /** clamd's own StreamMaxLength; a longer file is not sent to its end. Bytes. */
  readonly most: number
  /** How long it may be silent, milliseconds. */
  readonly patience?: number
}

/** Longest answer that is read: a name of a virus has dozens of characters. */
const longestAnswer = 4096

/** clamd's INSTREAM over `tcp://host:port` or `unix:///path`: a connection a file, nothing of it kept there. */
export function openClamd(url: string, { most, patience = 120_000 }: ClamdOptions): Scan {
  const at = new URL(url)
  const open = () =>
    at.protocol === 'unix:'
      ? connect({ path: decodeURIComponent(at.pathname) })
      : connect({ host: at.hostname.replace(/^\[|\]$/g, ''), port: Number(at.port || 3310) })
  return async (content) => {
    const socket = open()
    try {
      return await ask(socket, content, most, patience)
    } finally {
      socket.destroy()
      content.destroy()
    }
  }
}

async function ask(socket: Socket, content: Readable, most: number, patience: number): Promise<Verdict> {
  const answer = answerOf(socket, patience)
  let sent = 0
  let ended: string | undefined
  void answer.then(
    (text) => (ended = text),
    () => (ended = ''),
  )
  const sending = async (): Promise<Verdict | undefined> => {
    await send(socket, Buffer.from('zINSTREAM\0'))
    for await (const chunk of content as AsyncIterable<Buffer>) {
      // It has answered before the end: too long for it, or the connection is gone.
      if (ended !== undefined) return undefined
      sent += chunk.length
      if (sent > most) return { kind: 'tooLarge' }
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.length)
      if (chunk.length > 0) await send(socket, Buffer.concat([length, chunk]))
    }
    await send(socket, Buffer.alloc(4))
    return undefined
  }
  // Whoever of the two knows first: an answer may come while we still write, and a broken line says so in the answer.
  return (await Promise.race([sending(), answer.then(() => undefined)])) ?? verdictOf(await answer)
}

/** Everything clamd writes until it hangs up. */
function answerOf(socket: Socket, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const away = (why: string) => reject(new ScannerAway(why))
    socket.setTimeout(patience, () => away(`silent for ${patience} ms`))
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('\0') || said.length > longestAnswer) resolve(said)
    })
    // What was said before the line broke counts.
    socket.on('error', (error) => (said === '' ? away(error.message) : resolve(said)))
    socket.on('close', () => (said === '' ? away('hung up without a word') : resolve(said)))
  })
}

/** At the pace at which the other side reads; a broken line is told by the answer. */
function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve()
    socket.write(bytes, () => resolve())
  })
}

function verdictOf(answer: string): Verdict {
  const said = answer.replace(/[\0\n].*$/s, '').trim()
  if (/^stream: OK$/.test(said)) return { kind: 'clean' }
  const threat = /^stream: (.+) FOUND$/.exec(said)?.[1]
  if (threat) return { kind: 'infected', threat: threat.slice(0, 200) }
  if (/size limit exceeded/i.test(said)) return { kind: 'tooLarge' }
  throw new ScannerAway(`said: ${said.slice(0, 200)}`)
}

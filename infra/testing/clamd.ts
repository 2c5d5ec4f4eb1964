import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** The sample every scanner finds; in two halves, so that no scanner finds this file. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
)

/** A clamd of the tests. */
export interface TestClamd {
  /** `tcp://127.0.0.1:port`, or `unix:///path`. */
  readonly url: string
  readonly port: number
  /** How many streams it was given to their end. */
  readonly scanned: () => number
  /** What it does with whoever comes: answers, hangs up at once, hangs up in the middle of a stream, says nothing. */
  mood: 'answers' | 'hangs up' | 'breaks off' | 'is silent'
  close(): Promise<void>
}

/**
 * Speaks clamd's protocol: PING, VERSION and INSTREAM, ended by a line end or by a zero byte as the command begins with n
 * or z. Finds the EICAR sample. At `path`, or at a port of this machine; a stream longer than `most` is refused.
 */
export async function startClamd({ path = '', port = 0, most = 1_000_000 } = {}): Promise<TestClamd> {
  const sockets = new Set<Socket>()
  let scanned = 0
  const clamd = { mood: 'answers' as TestClamd['mood'] }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    if (clamd.mood === 'hangs up') return void socket.destroy()
    if (clamd.mood === 'is silent') return void socket.resume()
    const talk = conversation(most, (found) => {
      scanned += 1
      return found
    })
    socket.on('data', (chunk: Buffer) => {
      const said = talk(chunk)
      if (clamd.mood === 'breaks off') socket.destroy()
      else if (said !== undefined) socket.end(said)
    })
  })
  server.listen(...((path ? [path] : [port, '127.0.0.1']) as [string]))
  await once(server, 'listening')
  const at = path ? 0 : (server.address() as AddressInfo).port
  return Object.assign(clamd, {
    url: path ? `unix://${path}` : `tcp://127.0.0.1:${at}`,
    port: at,
    scanned: () => scanned,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

/** One connection: takes bytes, and has an answer when it is time for one. */
function conversation(most: number, ended: (found: string) => string): (chunk: Buffer) => string | undefined {
  let waiting = Buffer.alloc(0)
  let end = ''
  let stream: Buffer[] | undefined
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk])
    if (!stream) {
      // Old clients send a bare command.
      const command = /^([zn]?)([A-Z]+)([\0\n]|$)/.exec(waiting.toString('latin1', 0, 64))
      if (!command || (command[1] !== '' && command[3] === '')) return undefined
      end = command[1] === 'z' ? '\0' : '\n'
      waiting = waiting.subarray(command[0].length)
      if (command[2] === 'PING') return `PONG${end}`
      if (command[2] === 'VERSION') return `ClamAV 1.4.6/27000/Mon Nov 23 09:00:00 2026${end}`
      if (command[2] !== 'INSTREAM') return `UNKNOWN COMMAND${end}`
      stream = []
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0)
      const content = Buffer.concat(stream)
      if (length === 0)
        return ended(content.includes(eicar) ? `stream: Eicar-Signature FOUND${end}` : `stream: OK${end}`)
      if (content.length + length > most) return `INSTREAM size limit exceeded. ERROR${end}`
      if (waiting.length < 4 + length) return undefined
      stream.push(waiting.subarray(4, 4 + length))
      waiting = waiting.subarray(4 + length)
    }
    return undefined
  }
}

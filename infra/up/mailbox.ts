import { randomBytes } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  /** Where the product sends its mail. */
  readonly url: string
  stop(): Promise<void>
}

const largestMail = 25_000_000

/** A real SMTP server on the loopback address that keeps each mail as one .eml file instead of sending it on. */
export async function startMailbox(folder: string): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: largestMail,
    closeTimeout: 1000,
    onData(stream, _session, done) {
      keep(folder, stream).then(
        () => done(null),
        (error: Error) => done(error),
      )
    },
  })
  // A client that breaks off is the client's affair.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Whole or absent: a reader never meets half a mail, and names sort by time. */
async function keep(folder: string, stream: NodeJS.ReadableStream): Promise<void> {
  const name = mailName(new Date())
  const unfinished = path.join(folder, `.${name}.part`)
  await writeFile(unfinished, await buffer(stream), { mode: 0o600 })
  await rename(unfinished, path.join(folder, name))
}

/** `20260131T235959123Z-1f2e3d4c.eml`. */
export function mailName(time: Date, kind: 'eml' | 'json' = 'eml'): string {
  return `${time.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}.${kind}`
}

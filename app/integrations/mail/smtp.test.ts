import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { openMailer, type Mailer } from './smtp.server.ts'

let server: SMTPServer
let mailer: Mailer

afterEach(async () => {
  mailer.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

/** A mail server that answers a recipient with `code`, a sender with `sender`. */
async function answering(code: number, sender = 250): Promise<void> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) =>
      done(sender === 250 ? undefined : Object.assign(new Error('not you'), { responseCode: sender })),
    onRcptTo: (recipient, _session, done) =>
      done(
        code === 250 ? undefined : Object.assign(new Error(`<${recipient.address}> not now`), { responseCode: code }),
      ),
    onData: (stream, _session, done) => {
      stream.on('end', done)
      stream.resume()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as { port: number }
  mailer = openMailer(`smtp://127.0.0.1:${port}`, 'Bir Tereze <no-reply@localhost>')
}

const send = () => mailer.send({ to: 'secret.person@mail.example', subject: 'Жауап', text: 'Мәтін' }, '<1@localhost>')

describe('the post', () => {
  it('says that a mail was taken', async () => {
    await answering(250)
    await expect(send()).resolves.toBe(true)
  })

  it('says that a person cannot be reached for good', async () => {
    await answering(550)
    await expect(send()).resolves.toBe(false)
  })

  it('never blames the person where the server refuses the sender', async () => {
    await answering(250, 553)
    await expect(send()).rejects.toThrow('553')
  })

  it('throws where it may work later, without naming the person', async () => {
    await answering(450)
    const error: unknown = await send().catch((error: unknown) => error)
    expect(error).toBeInstanceOf(Error)
    expect(String((error as Error).message)).toContain('450')
    expect(JSON.stringify([String(error), (error as Error).cause, (error as Error).stack])).not.toContain('secret')
  })
})

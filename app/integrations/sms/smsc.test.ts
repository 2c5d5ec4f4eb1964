import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as bodyOf } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { openSmscGateway } from './smsc.server.ts'

type Answer = { readonly status?: number; readonly body: string } | 'hangs up' | 'says nothing'
interface Asked {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}

let server: Server
let asked: Asked[] = []

afterEach(() => {
  asked = []
  server.closeAllConnections()
  server.close()
})

/** A gateway that answers each script with what stands for it. */
async function start(answers: Readonly<Record<string, Answer>>, patience = 2000) {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? ''
      asked.push({ path, fields: Object.fromEntries(new URLSearchParams(body)) })
      const answer = answers[path] ?? { status: 404, body: '' }
      if (answer === 'hangs up') return request.socket.destroy()
      if (answer === 'says nothing') return undefined
      return response.writeHead(answer.status ?? 200).end(answer.body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return openSmscGateway({ url: new URL(`http://region:p%26ss@127.0.0.1:${port}/sys/`), from: 'BirTereze', patience })
}

const json = (body: object): Answer => ({ body: JSON.stringify(body) })
const taken = json({ id: '0197', cnt: 2 })
const reference = '0197a1c2-0000-7000-8000-00000000000a'
const sms = { to: '+77011234567', text: 'Жолданымыңыз қабылданды & тіркелді' }
const first = { reference, again: false }
const again = { reference, again: true }

describe('SMS by the interface of SMSC.kz', () => {
  it('sends number, text and our own id, and who we are in the body alone', async () => {
    const gateway = await start({ '/sys/send.php': taken })
    expect(await gateway.send(sms, first)).toEqual({ taken: true, ids: [] })
    expect(asked).toEqual([
      {
        path: '/sys/send.php',
        fields: {
          login: 'region',
          psw: 'p&ss',
          charset: 'utf-8',
          fmt: '3',
          phones: '+77011234567',
          mes: sms.text,
          id: reference,
          sender: 'BirTereze',
        },
      },
    ])
  })

  it('is asked first whether it has the message already, and sends none twice', async () => {
    const gateway = await start({ '/sys/status.php': json({ status: 1 }), '/sys/send.php': taken })
    expect(await gateway.send(sms, again)).toEqual({ taken: true, ids: [] })
    expect(asked.map(({ path, fields }) => [path, fields.phone, fields.id])).toEqual([
      ['/sys/status.php', '+77011234567', reference],
    ])
  })

  it.each([
    ['nobody knows of it', -3],
    ['there was no money for it', 24],
  ])('sends at a second try where %s', async (_what, status) => {
    const gateway = await start({ '/sys/status.php': json({ status }), '/sys/send.php': taken })
    expect(await gateway.send(sms, again)).toMatchObject({ taken: true })
    expect(asked.map(({ path }) => path)).toEqual(['/sys/status.php', '/sys/send.php'])
  })

  it.each([
    ['in a wrong form', { '/sys/send.php': json({ error: 'invalid number', error_code: 7 }) }, first],
    ['that nothing reaches', { '/sys/send.php': json({ error: 'cannot', error_code: 8 }) }, first],
    ['that was given up before', { '/sys/status.php': json({ status: 22 }) }, again],
  ])('says that a number is one %s', async (_what, answers, which) => {
    const gateway = await start(answers)
    expect(await gateway.send(sms, which)).toEqual({ taken: false })
  })

  it.each([
    ['the password is wrong', json({ error: 'authorise error', error_code: 2 }), 'error 2'],
    ['the money is spent', json({ error: 'no money', error_code: 3 }), 'error 3'],
    ['it was asked a moment ago', json({ error: 'duplicate request', error_code: 9 }), 'error 9'],
    ['it is broken', { status: 502, body: '<html>Bad gateway</html>' }, 'HTTP 502'],
    ['it says something else', { body: 'OK - 1 SMS' }, 'HTTP 200'],
    ['it says nothing of a message', json({}), 'error NaN'],
    ['it hangs up', 'hangs up', 'TypeError'],
    ['it says nothing', 'says nothing', 'TimeoutError'],
  ] as const)('comes again where %s, without naming person, text or password', async (_what, answer, words) => {
    const gateway = await start({ '/sys/send.php': answer }, 200)
    const error: unknown = await gateway.send(sms, first).catch((error: unknown) => error)
    expect(String(error)).toContain(words)
    expect(JSON.stringify([String(error), (error as Error).cause, (error as Error).stack])).not.toMatch(
      /7011234567|қабылданды|p&ss|p%26ss/,
    )
  })
})

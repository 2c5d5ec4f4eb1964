import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { runMigrations } from 'graphile-worker'
import smpp, { type Pdu, type Session } from 'smpp'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { SubmitAppeal } from '#app/features/appeals/appeals.schema.ts'
import { submitAppeal } from '#app/features/appeals/submit-appeal.server.ts'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { testWorker, type TestWorker } from '#infra/testing/worker.ts'

let product: TestProduct
let worker: TestWorker
const patience = { timeout: 25_000, interval: 50 }

/** Segments that the centre took, in the order they came. */
const taken: Pdu[] = []
/** What the message centre does with what comes next. */
let mood: 'takes' | 'is full' | 'takes and hangs up' = 'takes'
const sessions: Session[] = []

const centre = smpp.createServer((session) => {
  sessions.push(session)
  session.on('error', () => undefined)
  for (const command of ['bind_transceiver', 'enquire_link', 'unbind'])
    session.on(command, (pdu) => session.send(pdu.response()))
  session.on('submit_sm', (pdu) => {
    if (mood === 'is full') return session.send(pdu.response({ command_status: 0x14 }))
    taken.push(pdu)
    // The sender never learns that its message was taken.
    if (mood === 'takes and hangs up') return void worker.stop('SIGKILL')
    return session.send(pdu.response({ message_id: `c${taken.length}` }))
  })
})

const mailed: string[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: ({ address }, _session, done) => {
    mailed.push(address)
    done()
  },
  onData: (stream, _session, done) => {
    stream.on('end', done)
    stream.resume()
  },
})
smtp.on('error', () => undefined)

let people = 0
/** Somebody who is answered by SMS, and by mail too where an address is given; the telephone and the appeal. */
async function file({ email = undefined as string | undefined, region = product.almaty, language = 'kk' } = {}) {
  people += 1
  const phone = `+7701${String(people).padStart(7, '0')}`
  const input = SubmitAppeal.parse({
    submissionKey: crypto.randomUUID(),
    text: 'Аулада шам жанбайды, жөндеуді сұраймын.',
    address: 'Алматы, Абай 10',
    fullName: 'Сынақова Әсел',
    iin: '900515300018',
    phone,
    email: email ?? null,
    answerChannels: email ? ['mail', 'sms'] : ['sms'],
    language,
  })
  const appealId = await region.as(anyone, (ctx) => submitAppeal(ctx, input, '192.0.2.100'))
  return { phone, appealId }
}

const textsTo = (phone: string) => taken.filter((pdu) => `+${pdu.destination_addr}` === phone)
const wordsTo = (phone: string) =>
  textsTo(phone)
    .map((pdu) => String(pdu.short_message.message))
    .join('')

async function noticesOf(appealId: string, schema = 't_almaty') {
  return product.database.rows<Record<string, unknown>>(
    `select channel, state, attempts, segments, failure from ${schema}.notice where subject_id = $1 order by channel`,
    [appealId],
  )
}

/** The centre says what became of everything it took for a telephone. */
async function report(phone: string, stat: string): Promise<number[]> {
  await vi.waitFor(() => expect(sessions.length).toBeGreaterThan(0), patience)
  const session = sessions.at(-1) as Session
  return Promise.all(
    textsTo(phone).map(
      (pdu) =>
        new Promise<number>((resolve) =>
          session.deliver_sm(
            { esm_class: 4, short_message: `id:c${taken.indexOf(pdu) + 1} stat:${stat} err:000 text:` },
            (reply) => resolve(reply.command_status),
          ),
        ),
    ),
  )
}

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
  centre.listen(0, '127.0.0.1')
  smtp.listen(0, '127.0.0.1')
  await Promise.all([once(centre, 'listening'), once(smtp.server, 'listening')])
  const { port } = centre.address() as AddressInfo
  worker = testWorker(product, () => (smtp.server.address() as AddressInfo).port, {
    SMS_URL: `smpp://region:secret@127.0.0.1:${port}`,
  })
  await worker.start()
})
afterAll(async () => {
  await worker?.stop('SIGKILL')
  for (const session of sessions) session.destroy()
  centre.close()
  await new Promise<void>((resolve) => smtp.close(resolve))
  await product?.close()
})

describe('the worker', () => {
  it.each([
    ['kk', 'Жолданымыңыз қабылданды', 8],
    ['ru', 'Обращение принято', 8],
    ['en', 'Your appeal is registered', 0],
  ])(
    'tells in %s by SMS what was filed: number, due date and a link, in two segments at most',
    async (language, words, coding) => {
      const { phone, appealId } = await file({ language })
      await vi.waitFor(async () => expect((await noticesOf(appealId))[0]).toMatchObject({ state: 'sent' }), patience)
      // Filed on Monday, 23 November 2026: fifteen working days end on 14 December.
      expect(wordsTo(phone)).toMatch(
        new RegExp(
          `^${words}: 75-26-\\d{6}\\. .*14\\.12\\.2026\\. http://almaty.localhost:3000/${language}/a/75-26-\\d{6}/\\w{12}$`,
        ),
      )
      const segments = textsTo(phone)
      expect(segments.map((pdu) => pdu.data_coding)).toEqual(segments.map(() => coding))
      expect(await noticesOf(appealId)).toEqual([
        { channel: 'sms', state: 'sent', attempts: 1, segments: segments.length, failure: null },
      ])
      expect(segments.length).toBeLessThanOrEqual(2)
    },
  )

  it('notes that a telephone has it, and that one will never have it', async () => {
    const [arrived, lost] = [await file(), await file()]
    for (const { appealId } of [arrived, lost])
      await vi.waitFor(async () => expect((await noticesOf(appealId))[0]).toMatchObject({ state: 'sent' }), patience)
    expect(await report(arrived.phone, 'DELIVRD')).toEqual([0, 0])
    expect(await report(lost.phone, 'UNDELIV')).toEqual([0, 0])
    expect(await noticesOf(arrived.appealId)).toMatchObject([{ state: 'delivered' }])
    expect(await noticesOf(lost.appealId)).toMatchObject([{ state: 'undeliverable', failure: 'receipt' }])
    expect(await noticesOf(arrived.appealId, 't_shymkent')).toEqual([])
  })

  it('keeps no mail back while the gateway is full, and sends that mail once', async () => {
    mood = 'is full'
    const email = 'both@mail.example'
    const { phone, appealId } = await file({ email })
    await vi.waitFor(async () => {
      const [mail, sms] = await noticesOf(appealId)
      expect(mail).toMatchObject({ channel: 'mail', state: 'sent' })
      expect(sms).toMatchObject({ channel: 'sms', state: 'pending', failure: '0x14' })
    }, patience)
    mood = 'takes'
    await vi.waitFor(async () => expect((await noticesOf(appealId))[1]).toMatchObject({ state: 'sent' }), patience)
    expect(wordsTo(phone)).toContain('75-26-')
    expect(mailed.filter((address) => address === email)).toHaveLength(1)
  })

  it('killed between sending and noting sends that message again, under the same reference, and no other twice', async () => {
    const before = await file()
    await vi.waitFor(
      async () => expect((await noticesOf(before.appealId))[0]).toMatchObject({ state: 'sent' }),
      patience,
    )
    const sentBefore = textsTo(before.phone).length
    mood = 'takes and hangs up'
    const cut = await file()
    await vi.waitFor(() => expect(textsTo(cut.phone)).toHaveLength(1), patience)
    mood = 'takes'
    await worker.start()
    await vi.waitFor(async () => expect((await noticesOf(cut.appealId))[0]).toMatchObject({ state: 'sent' }), patience)
    const segments = textsTo(cut.phone)
    const places = segments.map((pdu) => pdu.short_message.udh?.[0]?.at(-1))
    // The first segment was cut off; then came the whole message.
    expect(places).toEqual([1, 1, 2])
    expect(new Set(segments.map((pdu) => pdu.user_message_reference)).size).toBe(1)
    expect(new Set(segments.map((pdu) => pdu.short_message.udh?.[0]?.[2])).size).toBe(1)
    expect(textsTo(before.phone)).toHaveLength(sentBefore)
    // What came of the second sending is heard; the first one's receipts belong to nobody and do no harm.
    expect(await report(cut.phone, 'DELIVRD')).toEqual([0, 0, 0])
    expect(await noticesOf(cut.appealId)).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })

  it('gives up after the last try, and the notice says so', async () => {
    mood = 'is full'
    const { appealId } = await file({ region: product.shymkent })
    const pending = async () => {
      expect((await noticesOf(appealId, 't_shymkent'))[0]).toMatchObject({ state: 'pending', failure: '0x14' })
    }
    await vi.waitFor(pending, patience)
    await vi.waitFor(async () => {
      // Four days later: the queue has one try left.
      await product.database.rows(
        `update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now() where locked_at is null`,
      )
      expect(await noticesOf(appealId, 't_shymkent')).toMatchObject([{ state: 'failed', failure: '0x14' }])
    }, patience)
    mood = 'takes'
  })
})

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { runMigrations } from 'graphile-worker'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { SubmitAppeal } from '#app/features/appeals/appeals.schema.ts'
import { submitAppeal } from '#app/features/appeals/submit-appeal.server.ts'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { testWorker, type TestWorker } from '#infra/testing/worker.ts'

let product: TestProduct
let worker: TestWorker
const mails: { messageId: string; to: string; text: string }[] = []
/** What the mail server does with the next mails. */
let mood: 'takes' | 'is busy' | 'takes and hangs up' = 'takes'

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, done) => {
    simpleParser(stream)
      .then((mail) => {
        if (mood === 'is busy') return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        const to = session.envelope.rcptTo[0]?.address ?? ''
        mails.push({ messageId: mail.messageId ?? '', to, text: mail.text ?? '' })
        // The sender never learns that its mail was taken.
        if (mood === 'takes and hangs up') void worker.stop('SIGKILL')
        done()
      })
      .catch(done)
  },
})

// A killed worker leaves its connection torn: that is what this file is about.
smtp.on('error', () => undefined)

const startWorker = () => worker.start()
const stopWorker = (signal: NodeJS.Signals) => worker.stop(signal)

let people = 0
async function file(region = product.almaty): Promise<string> {
  people += 1
  const email = `person${people}@mail.example`
  const input = SubmitAppeal.parse({
    submissionKey: crypto.randomUUID(),
    text: 'Аулада шам жанбайды, жөндеуді сұраймын.',
    address: 'Алматы, Абай 10',
    fullName: 'Сынақова Әсел',
    iin: '900515300018',
    email,
    language: 'kk',
  })
  await region.as(anyone, (ctx) => submitAppeal(ctx, input, '192.0.2.100'))
  return email
}

const mailsTo = (email: string) => mails.filter((mail) => mail.to === email)
const patience = { timeout: 25_000, interval: 50 }

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  worker = testWorker(product, () => (smtp.server.address() as AddressInfo).port)
  await startWorker()
})
afterAll(async () => {
  await stopWorker('SIGKILL')
  await new Promise<void>((resolve) => smtp.close(resolve))
  await product?.close()
})

describe('the worker', () => {
  it('mails a receipt soon after the appeal was registered, once', async () => {
    const email = await file()
    await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(1), patience)
    expect(mailsTo(email)[0]?.text).toMatch(/75-26-\d{6}/)
  })

  it('comes again while the mail server is busy', async () => {
    mood = 'is busy'
    const email = await file()
    await vi.waitFor(async () => {
      const [notice] = await product.database.rows<{ attempts: number }>(
        `select max(attempts) as attempts from t_almaty.notice where state = 'pending'`,
      )
      expect(notice?.attempts).toBeGreaterThan(0)
    }, patience)
    mood = 'takes'
    await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(1), patience)
  })

  it('sends what was committed while it was away, and nothing of what was rolled back', async () => {
    await stopWorker('SIGTERM')
    const kept = await file()
    const lost = `person${people + 1}@mail.example`
    await expect(
      product.almaty.as(anyone, (ctx) => {
        const write: typeof ctx.write = (work) =>
          product.installation.database.withTenant(product.almaty.tenant, async (db) => {
            await work(db)
            throw new Error('rolled back')
          })
        return submitAppeal(
          { ...ctx, write },
          SubmitAppeal.parse({
            submissionKey: crypto.randomUUID(),
            text: 'Бұл сақталмайды.',
            address: 'Алматы',
            fullName: 'Ешкім',
            iin: '900515300018',
            email: lost,
            language: 'kk',
          }),
          '192.0.2.100',
        )
      }),
    ).rejects.toThrow('rolled back')
    people += 1
    await startWorker()
    await vi.waitFor(() => expect(mailsTo(kept)).toHaveLength(1), patience)
    expect(mailsTo(lost)).toHaveLength(0)
  })

  it('serves the other regions while one is broken', async () => {
    await stopWorker('SIGTERM')
    await product.database.rows('alter table t_almaty.outbox rename to outbox_away')
    const email = await file(product.shymkent)
    await startWorker()
    await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(1), patience)
    await product.database.rows('alter table t_almaty.outbox_away rename to outbox')
  })

  it('killed between sending and noting it sends that mail again, under the same Message-ID, and no other twice', async () => {
    const before = await file()
    await vi.waitFor(() => expect(mailsTo(before)).toHaveLength(1), patience)
    mood = 'takes and hangs up'
    const cut = await file()
    await vi.waitFor(() => expect(mailsTo(cut)).toHaveLength(1), patience)
    mood = 'takes'
    await startWorker()
    await vi.waitFor(() => expect(mailsTo(cut)).toHaveLength(2), patience)
    expect(new Set(mailsTo(cut).map((mail) => mail.messageId)).size).toBe(1)
    expect(mailsTo(before)).toHaveLength(1)
  })

  it('killed again and again while appeals come in loses none, and repeats only what was cut off', async () => {
    const filed: string[] = []
    let kills = 0
    for (let round = 0; round < 3; round += 1) {
      const writing = Promise.all(Array.from({ length: 8 }, () => file()))
      const arrived = mails.length
      await vi.waitFor(() => expect(mails.length).toBeGreaterThan(arrived), patience)
      await stopWorker('SIGKILL')
      kills += 1
      filed.push(...(await writing))
      await startWorker()
    }
    await vi.waitFor(() => {
      for (const email of filed) expect(mailsTo(email).length).toBeGreaterThan(0)
    }, patience)
    for (const email of filed) expect(new Set(mailsTo(email).map((mail) => mail.messageId)).size).toBe(1)
    const repeats = filed.flatMap((email) => mailsTo(email).slice(1))
    // Four jobs run at once, so a kill can cut off four mails and no more.
    expect(repeats.length).toBeLessThanOrEqual(kills * 4)
    // Three workers are started in it, each as slow as the machine is busy.
  }, 120_000)
})

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { runMigrations } from 'graphile-worker'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { addDraftAttachments, attachToAppeal } from '#app/features/attachments/public.server.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { eicar, startClamd, type TestClamd } from '#infra/testing/clamd.ts'
import { knowing, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { testWorker, type TestWorker } from '#infra/testing/worker.ts'

let product: TestProduct
let worker: TestWorker
let clamd: TestClamd
const mails: { to: string; text: string }[] = []

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, done) => {
    simpleParser(stream)
      .then((mail) => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: mail.text ?? '' })
        done()
      })
      .catch(done)
  },
})
smtp.on('error', () => undefined)

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  clamd = await startClamd()
  worker = testWorker(product, () => (smtp.server.address() as AddressInfo).port, { CLAMD_URL: clamd.url })
})
afterAll(async () => {
  await worker?.stop('SIGKILL')
  await clamd?.close()
  await new Promise<void>((resolve) => smtp.close(resolve))
  await product?.close()
})

const patience = { timeout: 25_000, interval: 50 }

async function bring(appealId: string, content: Buffer): Promise<string> {
  const draftId = newId()
  await product.almaty.as(knowing(appealId), async (ctx) => {
    const received = await (await ctx.files.openUpload()).receive(Readable.from([content]), 1_000_000)
    const limits = { most: 10, bytes: 1_000_000 }
    const files = [{ field: 'files', name: 'есеп.txt', ...received }]
    const sent = { fields: [], files, limits, tooMany: false, refused: undefined, drop: () => received.drop() }
    await addDraftAttachments(ctx, draftId, sent, async () => true).finally(sent.drop)
    await inTransaction(ctx, (ctx) => attachToAppeal(ctx, draftId, appealId))
  })
  const [row] = await product.database.rows<{ id: string }>(
    'select id from t_almaty.attachment where appeal_id = $1 order by id desc limit 1',
    [appealId],
  )
  return row?.id ?? ''
}
const scanOf = async (id: string) =>
  (await product.database.rows<{ scan: string }>('select scan from t_almaty.attachment where id = $1', [id]))[0]?.scan

describe('the worker with a scanner', () => {
  it('has what came while it was away looked into, and tells the person of a virus in the appeal’s language, once', async () => {
    const email = 'virus@mail.example'
    const appealId = await fileAppeal(product.almaty, { email, language: 'ru' })
    const good = await bring(appealId, Buffer.from('Жарық жоқ'))
    const bad = await bring(appealId, eicar)
    await worker.start()
    await vi.waitFor(
      async () => expect([await scanOf(good), await scanOf(bad)]).toEqual(['clean', 'infected']),
      patience,
    )
    const told = () => mails.filter(({ to, text }) => to === email && text.includes('есеп.txt'))
    await vi.waitFor(() => expect(told()).toHaveLength(1), patience)
    expect(told()[0]?.text).toContain('найден вирус')
  })

  it('asks again, later and later, while the scanner is away, and the file is unscanned till then', async () => {
    clamd.mood = 'hangs up'
    const id = await bring(await fileAppeal(product.almaty), Buffer.from('Су жоқ'))
    const job = async () =>
      (
        await product.database.rows<{ attempts: number; wait: number }>(
          `select attempts, extract(epoch from run_at - updated_at)::float as wait from graphile_worker.jobs
            where key = $1`,
          [`scan-${id}`],
        )
      )[0]
    // After its second try a job rests for e² seconds; while it is tried, its time has come already.
    await vi.waitFor(async () => {
      const waiting = await job()
      expect(waiting?.attempts).toBeGreaterThanOrEqual(2)
      expect(waiting?.wait).toBeGreaterThan(5)
    }, patience)
    expect(await scanOf(id)).toBe('unscanned')
    clamd.mood = 'answers'
    await vi.waitFor(async () => expect(await scanOf(id)).toBe('clean'), patience)
    expect(await job()).toBeUndefined()
  })
})

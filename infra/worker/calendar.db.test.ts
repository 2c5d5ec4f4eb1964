import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { runMigrations } from 'graphile-worker'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { applyChange } from '#app/features/calendars/apply-change.server.ts'
import { AddDay } from '#app/features/calendars/calendars.schema.ts'
import { draftDay } from '#app/features/calendars/draft-change.server.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { testWorker, type TestWorker } from '#infra/testing/worker.ts'

let product: TestProduct
let worker: TestWorker
const letters: { messageId: string; text: string }[] = []

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => {
    simpleParser(stream)
      .then((mail) => {
        letters.push({ messageId: mail.messageId ?? '', text: mail.text ?? '' })
        done()
      })
      .catch(done)
  },
})
// A killed worker leaves its connection torn: that is what this file is about.
smtp.on('error', () => undefined)

const patience = { timeout: 60_000, interval: 20 }
/** Four batches and a bit: enough that a worker can be killed among them. */
const copies = 420

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  worker = testWorker(product, () => (smtp.server.address() as AddressInfo).port)
})
afterAll(async () => {
  await worker?.stop('SIGKILL')
  await new Promise<void>((resolve) => smtp.close(resolve))
  await product?.close()
})

const stateOf = async (id: string) => {
  const [row] = await product.database.rows<{ state: string; moved: number }>(
    `select state, moved from t_almaty.calendar_change where id = $1`,
    [id],
  )
  return row ?? { state: '', moved: 0 }
}

describe('a worker that is killed while a changed calendar moves due dates', () => {
  it('loses none and moves none twice, and every person gets one letter', { timeout: 200_000 }, async () => {
    const { almaty, database } = product
    const first = await fileAppeal(almaty)
    await database.rows(
      `insert into t_almaty.appeal (id, number, status, legal_kind, language, channel, applicant_id, received_at,
         registered_on, due_on, due_at, submission_key, access_salt, created_at, updated_at)
       select a.id || n, 'copy-' || n, a.status, a.legal_kind, a.language, a.channel, a.applicant_id, a.received_at,
         a.registered_on, a.due_on, a.due_at, 'copy-' || n, a.access_salt, a.created_at, a.updated_at
       from t_almaty.appeal a, generate_series(1, $2::int) n where a.id = $1`,
      [first, copies],
    )
    const input = AddDay.parse({
      submissionKey: crypto.randomUUID(),
      day: '2026-12-07',
      kind: 'nonWorking',
      source: 'Бұйрық № 7',
      nameKk: 'Аза тұту күні',
      nameRu: 'День траура',
      nameEn: 'Day of mourning',
    })
    const id = await almaty.as(almaty.admin, (ctx) => draftDay(ctx, { act: 'add', input }))
    await almaty.as(almaty.admin, (ctx) => applyChange(ctx, id, { submissionKey: crypto.randomUUID(), version: 1 }))

    await worker.start()
    await vi.waitFor(async () => expect((await stateOf(id)).moved).toBeGreaterThan(0), patience)
    await worker.stop('SIGKILL')
    const cut = await stateOf(id)
    expect(cut.state).toBe('moving')
    expect(cut.moved).toBeLessThan(copies + 1)

    await worker.start()
    await vi.waitFor(async () => expect((await stateOf(id)).state).toBe('applied'), patience)
    expect((await stateOf(id)).moved).toBe(copies + 1)
    const dues = await database.rows<{ due: string; appeals: number }>(
      `select due_on::text as due, count(*)::int as appeals from t_almaty.appeal group by due_on`,
    )
    expect(dues).toEqual([{ due: '2026-12-15', appeals: copies + 1 }])
    const journal = await database.rows<{ times: number; appeals: number }>(
      `select times::int, count(*)::int as appeals from (
         select count(*) as times from t_almaty.journal where event = 'appeal.deadlinePostponed' group by subject_id
       ) counted group by times`,
    )
    expect(journal).toEqual([{ times: 1, appeals: copies + 1 }])
    const told = () => letters.filter(({ text }) => text.includes('15.12.2026') && text.includes('07.12.2026'))
    await vi.waitFor(() => expect(new Set(told().map(({ messageId }) => messageId)).size).toBe(copies + 1), patience)
    // The kill can cut off four mails that were on their way; those come again under their Message-ID.
    expect(told().length).toBeLessThanOrEqual(copies + 1 + 4)
  })
})

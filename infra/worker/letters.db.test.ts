import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { utimes } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { answerAppeal, fileAndAssign } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { testWorker, type TestWorker } from '#infra/testing/worker.ts'
import { tidy } from './tidy.ts'

let product: TestProduct
let worker: TestWorker
const mails: { messageId: string; to: string; file: string; sha256: string }[] = []
let hangsUpOn = ''

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, done) => {
    simpleParser(stream)
      .then(({ messageId = '', attachments: [file] }) => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const sha256 = createHash('sha256')
          .update(file?.content ?? '')
          .digest('hex')
        mails.push({ messageId, to, file: file?.filename ?? '', sha256 })
        if (file?.filename?.startsWith(hangsUpOn) && hangsUpOn !== '') void worker.stop('SIGKILL')
        done()
      })
      .catch(done)
  },
})
// A killed worker leaves its connection torn.
smtp.on('error', () => undefined)

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  worker = testWorker(product, () => (smtp.server.address() as AddressInfo).port)
  await worker.start()
})
afterAll(async () => {
  await worker.stop('SIGKILL')
  await new Promise<void>((resolve) => smtp.close(resolve))
  await product?.close()
})

const patience = { timeout: 25_000, interval: 50 }
const words = { outcome: 'satisfied', text: 'Аулаға шам қойылды. Негізі: Заңның 5-бабы.' } as const
const answersTo = (email: string) => mails.filter(({ to, file }) => to === email && file.startsWith('answer-'))

const letterOf = async (appealId: string) => {
  const [letter] = await product.database.rows<{ id: string; state: string; sha256: string }>(
    `select id, state, sha256 from t_almaty.answer_letter where appeal_id = $1`,
    [appealId],
  )
  if (!letter) throw new Error('There is no letter')
  return letter
}

describe('the worker', () => {
  it('encloses receipt and letter, and after a kill the same letter under the same Message-ID', async () => {
    hangsUpOn = 'answer-'
    const email = 'letter@mail.example'
    const id = await fileAndAssign(product.almaty, { email })
    await answerAppeal(product.almaty, id, words)
    await vi.waitFor(() => expect(answersTo(email)).toHaveLength(1), patience)
    hangsUpOn = ''
    await worker.start()
    await vi.waitFor(() => expect(answersTo(email)).toHaveLength(2), patience)
    const letter = await letterOf(id)
    expect(letter.state).toBe('kept')
    expect(answersTo(email).map(({ sha256 }) => sha256)).toEqual([letter.sha256, letter.sha256])
    expect(new Set(answersTo(email).map(({ messageId }) => messageId)).size).toBe(1)
    expect(mails.filter(({ to }) => to === email).some(({ file }) => file.startsWith('receipt-'))).toBe(true)
  })

  it('makes the letter of who gets no mail, and the nightly sweep leaves it', async () => {
    const id = await fileAndAssign(product.almaty)
    const noAddress = `update t_almaty.applicant set email = null
      where id = (select applicant_id from t_almaty.appeal where id = $1)`
    await product.database.rows(noAddress, [id])
    await answerAppeal(product.almaty, id, words)
    await vi.waitFor(async () => expect((await letterOf(id)).state).toBe('kept'), patience)
    const { id: letterId, sha256 } = await letterOf(id)
    const file = path.join(product.filesDir, 't_almaty', 'kept', letterId.slice(-2), letterId)
    const longAgo = new Date('2026-01-01T00:00:00Z')
    await utimes(file, longAgo, longAgo)
    await tidy(product.installation, (_world, error) => {
      throw error
    })
    const content = await product.almaty.as({ kind: 'system' }, async (ctx) => ctx.files.read(letterId))
    const hash = createHash('sha256')
    for await (const chunk of content) hash.update(chunk as Buffer)
    expect(hash.digest('hex')).toBe(sha256)
  })
})

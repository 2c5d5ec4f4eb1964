import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { addDraftAttachments, listAttachments, removeDraftAttachment } from '#app/features/attachments/public.server.ts'
import { Refusal } from '#app/core/errors.ts'
import { address, writeDraft } from '#infra/testing/drafts.ts'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { sentForm } from '#infra/testing/sent-form.ts'
import { answerQuestion, discardDraft } from './answer-question.server.ts'
import { findDraft } from './drafts.queries.server.ts'
import { holdDraft } from './hold-draft.server.ts'
import { sendDraft } from './send-draft.server.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const write = () => writeDraft(product.almaty, 'person')
const texts = (from: string) =>
  Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${from}${at}.txt`, Buffer.from('x')]))
const upload = (draftId: string, files: Record<string, Buffer>) =>
  product.almaty.as(anyone, async (ctx) => {
    const sent = await sentForm(ctx, files)
    await addDraftAttachments(ctx, draftId, sent, (ctx) => holdDraft(ctx, draftId)).finally(sent.drop)
  })
const listed = (draftId: string) => product.almaty.as(anyone, (ctx) => listAttachments(ctx, { draftId }))
const filesOnDisk = async () =>
  (await readdir(product.filesDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

const send = (draftId: string, version: number) =>
  product.almaty.as(anyone, (ctx) => sendDraft(ctx, draftId, version, address))
const versionOf = async (draftId: string) =>
  (await product.almaty.as(anyone, (ctx) => findDraft(ctx, draftId)))?.version ?? 0
const rowsOfDrafts = () => product.database.rows('select id from t_almaty.attachment where draft_id is not null')

beforeEach(async () => {
  await product.database.rows('delete from t_almaty.attachment')
  await rm(path.join(product.filesDir, 't_almaty'), { recursive: true, force: true })
})

describe('the files of a draft', () => {
  it('are as many as the region allows, however many windows send them at once', async () => {
    const { id } = await write()
    const sent = await Promise.allSettled(['a', 'b', 'c'].map((from) => upload(id, texts(from))))
    expect(await listed(id)).toHaveLength(10)
    expect(await filesOnDisk()).toBe(10)
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('are looked at again when they changed since: another window cannot slip one in, or take one out', async () => {
    const { id, version } = await write()
    await upload(id, { 'a.txt': Buffer.from('x') })
    await expect(send(id, version)).rejects.toBeInstanceOf(Refusal)
    const seen = await versionOf(id)
    const [file] = await listed(id)
    await product.almaty.as(anyone, (ctx) =>
      removeDraftAttachment(ctx, id, file?.id ?? '', (ctx) => holdDraft(ctx, id)),
    )
    await expect(send(id, seen)).rejects.toBeInstanceOf(Refusal)
    await expect(send(id, await versionOf(id))).resolves.toHaveProperty('appealId')
  })

  it('go with the appeal or are not kept: none is left behind by one who sends while they come', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, version } = await write()
      const [sent] = await Promise.allSettled([send(id, version), upload(id, { 'a.txt': Buffer.from('x') })])
      const left = sent.status === 'fulfilled' ? [] : await listed(id)
      expect(await rowsOfDrafts()).toHaveLength(left.length)
      await product.almaty.as(anyone, (ctx) => discardDraft(ctx, id))
    }
    expect(await filesOnDisk()).toBe(0)
  })

  it('do not go with the report of somebody who stays unnamed: a photograph may say who took it', async () => {
    const { id } = await write()
    await upload(id, { 'a.txt': Buffer.from('x') })
    const answer = (question: 'person' | 'anonymous', typed: Record<string, unknown>) =>
      product.almaty.as(anyone, (ctx) => answerQuestion(ctx, id, question, typed, address))
    await answer('person', { kind: 'anonymous' })
    const { draft } = await answer('anonymous', { choice: 'report' })
    await expect(send(id, draft.version)).resolves.toHaveProperty('appealId')
    expect(await product.database.rows('select 1 from t_almaty.attachment')).toEqual([])
    expect(await filesOnDisk()).toBe(0)
  })

  it('go with a draft that is thrown away, those too that were on their way', async () => {
    const { id } = await write()
    await upload(id, texts('a'))
    await Promise.all([
      product.almaty.as(anyone, (ctx) => discardDraft(ctx, id)),
      upload(id, { 'b.txt': Buffer.from('x') }),
    ])
    expect(await rowsOfDrafts()).toEqual([])
    expect(await filesOnDisk()).toBe(0)
  })
})

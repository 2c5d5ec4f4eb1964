import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ForbiddenError } from '@casl/ability'
import { BlobReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bundle, type Bundled } from '#db/schema/bundle.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal } from './features/appeals/appeals.queries.server.ts'
import { addCosigner } from './features/cosigners/add-cosigner.server.ts'
import { AddCosigner } from './features/cosigners/cosigners.schema.server.ts'
import { RequestCure } from './features/cures/cures.schema.server.ts'
import { requestCure } from './features/cures/request-cure.server.ts'
import { addDraftAttachments, attachToAppeal } from './features/attachments/public.server.ts'
import { makeActLetter, makeLetter } from './features/letters/public.server.ts'
import { actBy } from '#infra/testing/acts.ts'
import { answerAppeal, fileAndAssign } from '#infra/testing/appeals.ts'
import { anyone, knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { readPdf } from '#infra/testing/read-pdf.ts'
import { makeBundle } from './features/bundles/make-bundle.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
})
afterAll(() => product?.close())

const rows = (text: string, ...values: unknown[]) => product.database.rows<Record<string, unknown>>(text, values)

/** The person brings a file with this text in it. */
async function bring(appealId: string, name: string, text: string): Promise<void> {
  const draftId = newId()
  await almaty.as(anyone, async (ctx) => {
    const received = await (await ctx.files.openUpload()).receive(Readable.from([Buffer.from(text)]), 1_000_000)
    const limits = { most: 10, bytes: 1_000_000 }
    const files = [{ field: 'files', name, ...received }]
    const sent = { fields: [], files, limits, tooMany: false, refused: undefined, drop: () => received.drop() }
    await addDraftAttachments(ctx, draftId, sent, async () => true).finally(sent.drop)
  })
  await almaty.as(knowing(appealId), (ctx) => inTransaction(ctx, (ctx) => attachToAppeal(ctx, draftId, appealId)))
}

const answerText = 'Автобус кестесі түзетілді. Негізі: ӘРПК 76-бабы.'

/** An appeal with a file, an answer and its letter. */
async function answered(): Promise<string> {
  const id = await fileAndAssign(almaty, { fullName: 'Прокурор Оқитын' })
  await bring(id, 'кесте.txt', 'Аялдамадағы кесте')
  await answerAppeal(almaty, id, { outcome: 'explained', text: answerText })
  const [answer] = await rows('select id from t_almaty.answer where appeal_id = $1', id)
  await almaty.as({ kind: 'system' }, (ctx) => makeLetter(ctx, String(answer?.id)))
  return id
}

/** The bundle as somebody else's program unpacks it. */
async function unpacked(id: string, principal = almaty.dispatcher): Promise<Map<string, Buffer>> {
  const content = await almaty.as(principal, async (ctx) => buffer((await makeBundle(ctx, id)).content))
  const zip = new ZipReader(new BlobReader(new Blob([new Uint8Array(content)])))
  const files = new Map<string, Buffer>()
  for (const entry of (await zip.getEntries()) as FileEntry[])
    files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter(), { checkSignature: true })))
  await zip.close()
  return files
}

interface Manifest {
  readonly number: string
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string; note?: string }[]
  readonly missing: readonly { readonly name: string; readonly why: string }[]
}
const manifestIn = (files: Map<string, Buffer>) => JSON.parse(files.get('manifest.json')?.toString() ?? '') as Manifest

describe('the bundle of an appeal', () => {
  it('lists every file with the hash that it has', async () => {
    const files = await unpacked(await answered())
    const manifest = manifestIn(files)
    const others = [...files.keys()].filter((name) => name !== 'manifest.json' && name !== 'SHA256SUMS')
    expect(manifest.files.map(({ path }) => path).toSorted()).toEqual(others.toSorted())
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = files.get(path) ?? Buffer.of()
      expect(content.length, path).toBe(bytes)
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256)
    }
    const sums = files.get('SHA256SUMS')?.toString() ?? ''
    for (const [name, content] of files) {
      if (name === 'SHA256SUMS') continue
      expect(sums).toContain(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    }
    expect(manifest.missing).toEqual([])
  })

  it('has the letter byte for byte, the file with its name, and says that nobody has scanned it', async () => {
    const id = await answered()
    const files = await unpacked(id)
    const { number } = manifestIn(files)
    const [letter] = await rows('select id from t_almaty.answer_letter where appeal_id = $1', id)
    const kept = await almaty.as({ kind: 'system' }, async (ctx) => buffer(await ctx.files.read(String(letter?.id))))
    expect(files.get(`letters/answer-${number}-1-passenger-transport.pdf`)?.equals(kept)).toBe(true)
    expect(files.get('files/001-кесте.txt')?.toString()).toBe('Аялдамадағы кесте')
    expect(manifestIn(files).files.find(({ path }) => path === 'files/001-кесте.txt')?.note).toBe('unscanned')
  })

  it('tells the whole life on paper: who, what, how the date was counted, what was answered, and each line', async () => {
    const id = await answered()
    await unpacked(id)
    const files = await unpacked(id)
    const { number } = manifestIn(files)
    const paper = await readPdf(files.get(`journal-${number}.pdf`) ?? Buffer.of())
    expect(paper.title).toContain(number)
    const text = paper.text.replaceAll(/\s+/g, ' ')
    for (const words of [
      'Прокурор Оқитын',
      answerText,
      'appeal.registered',
      'share.answered',
      'letter.made',
      '14.12.2026',
    ])
      expect(text).toContain(words)
    // The first bundle stands in the second one as something that somebody was given.
    expect(text).toContain('appeal.bundled')
    expect(text).toContain(almaty.dispatcher.name)
    expect(paper.roles).toContain('H2')
  })

  it('has every row that belongs to the appeal, of every table, and no row of another one', async () => {
    const [id, other] = [await answered(), await answered()]
    const files = await unpacked(id)
    const tables: readonly (readonly [string, Bundled])[] = Object.entries(bundle)
    const direct = tables.flatMap(([table, how]) =>
      how !== 'none' && 'by' in how && how.by[0] === 'appeal_id' ? [table] : [],
    )
    expect(direct.length).toBeGreaterThan(8)
    for (const table of direct) {
      const own = await rows(`select t.* from t_almaty.${table} t where appeal_id = $1`, id)
      const lines = (files.get(`records/${table}.csv`)?.toString() ?? '').trim().split('\r\n')
      expect(lines.length - 1, table).toBe(own.length)
      const whole = lines.join('\n')
      expect(
        own.filter(({ id }) => !whole.includes(String(id ?? ''))),
        table,
      ).toEqual([])
    }
    const journal = files.get('records/journal.csv')?.toString() ?? ''
    for (const event of ['appeal.registered', 'share.given', 'letter.made', 'attachment.added'])
      expect(journal).toContain(event)
    const all = Buffer.concat([...files.values()]).toString()
    expect(all).not.toContain(other)
    const [keys] = await rows('select submission_key, access_salt from t_almaty.appeal where id = $1', id)
    expect(all).not.toContain(String(keys?.access_salt))
    expect(all).not.toContain(String(keys?.submission_key))
  })

  it('has the acts, who signed the appeal too, what was put right and what was asked for', async () => {
    const id = await fileAndAssign(almaty)
    const [share] = await rows('select id from t_almaty.assignment where appeal_id = $1', id)
    const extension = { kind: 'extension', assignmentId: String(share?.id), until: '20.01.2027' }
    const actId = await actBy(
      almaty,
      almaty.clerks['passenger-transport'],
      almaty.heads['passenger-transport'],
      id,
      extension,
    )
    await almaty.as({ kind: 'system' }, (ctx) => makeActLetter(ctx, actId))
    const signer = { signerName: 'Көршісі Марат', signerEmail: 'marat@mail.example', signerLanguage: 'ru' }
    await almaty.as(almaty.dispatcher, (ctx) =>
      addCosigner(ctx, id, AddCosigner.parse({ submissionKey: newId(), ...signer })),
    )
    const version = async () => almaty.as({ kind: 'system' }, async (ctx) => (await getAppeal(ctx, id)).version)
    const asked = { version: await version(), missing: ['address'], words: 'Қай үйде тұрасыз?', submissionKey: newId() }
    await almaty.as(almaty.dispatcher, (ctx) => requestCure(ctx, id, RequestCure.parse(asked)))
    const files = await unpacked(id)
    const { number } = manifestIn(files)
    expect([...files.keys()]).toContain(`letters/act-${number}-1.pdf`)
    const record = (table: string) => files.get(`records/${table}.csv`)?.toString() ?? ''
    expect(record('act')).toContain(actId)
    expect(record('cosigner').trim().split('\r\n')).toHaveLength(2)
    expect(record('applicant')).toContain('marat@mail.example')
    expect(record('cure')).toContain('Қай үйде тұрасыз?')
    const { text } = await readPdf(files.get(`journal-${number}.pdf`) ?? Buffer.of())
    for (const words of ['Көршісі Марат', 'Мерзімді ұзарту']) expect(text, words).toContain(words)
  })

  it('names what the scanner took away and what is lost, and does not have it', async () => {
    const id = await answered()
    await bring(id, 'вирус.txt', 'жаман')
    await bring(id, 'жоғалған.txt', 'жоқ')
    await rows(`update t_almaty.attachment set state = 'removed', scan = 'infected' where name = 'вирус.txt'`)
    const [lost] = await rows(`select id from t_almaty.attachment where name = 'жоғалған.txt'`)
    await almaty.as({ kind: 'system' }, (ctx) => ctx.files.remove(String(lost?.id)))
    const files = await unpacked(id)
    expect(manifestIn(files).missing).toEqual([
      { name: 'files/002-вирус.txt', why: 'infected' },
      { name: 'files/003-жоғалған.txt', why: 'lost' },
    ])
    expect([...files.keys()].filter((name) => name.startsWith('files/'))).toEqual(['files/001-кесте.txt'])
  })

  it('opens one file at a time, when its turn comes', async () => {
    const id = await answered()
    for (const name of ['1.txt', '2.txt', '3.txt']) await bring(id, name, name.repeat(30_000))
    let [open, most] = [0, 0]
    await almaty.as(almaty.dispatcher, async (ctx) => {
      const read: typeof ctx.files.read = async (key) => {
        const content = await ctx.files.read(key)
        most = Math.max(most, (open += 1))
        content.on('close', () => (open -= 1))
        return content
      }
      const { content } = await makeBundle({ ...ctx, files: { ...ctx.files, read } }, id)
      expect(most).toBe(0)
      await buffer(content)
    })
    expect(most).toBe(1)
    expect(open).toBe(0)
  })

  it('is for a dispatcher and the head of the centre, in their own region, and each time is written down', async () => {
    const id = await answered()
    const take = (ctx: TenantContext) => makeBundle(ctx, id)
    for (const who of [almaty.clerks['passenger-transport'], almaty.heads['passenger-transport'], knowing(id)])
      await expect(almaty.as(who, take)).rejects.toBeInstanceOf(ForbiddenError)
    await expect(almaty.as(almaty.admin, take)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(product.shymkent.as(product.shymkent.dispatcher, take)).rejects.toMatchObject({ name: 'NotFound' })
    const head = await almaty.hire('centre', 'Орталық Басшысы', ['centreHead'])
    await unpacked(id, head)
    const taken = await rows(
      `select actor_id from t_almaty.journal where event = 'appeal.bundled' and subject_id = $1`,
      id,
    )
    expect(taken).toEqual([{ actor_id: head.id }])
  })
})

it('every table that leads to an appeal by its keys is in the bundle, or says why it is not', async () => {
  const keys = await product.database.rows<{ table: string; of: string }>(
    `select conrelid::regclass::text as table, confrelid::regclass::text as of from pg_constraint
      where contype = 'f' and connamespace = 't_almaty'::regnamespace`,
  )
  const plain = (name: string) => name.replace(/^t_almaty\./, '')
  const edges = keys.map(({ table, of }) => [plain(table), plain(of)] as const)
  const leading = new Set(['appeal', 'applicant'])
  for (let before = 0; before !== leading.size; ) {
    before = leading.size
    for (const [table, of] of edges) if (leading.has(of)) leading.add(table)
  }
  expect(leading.size).toBeGreaterThan(12)
  const declared: Readonly<Record<string, Bundled>> = bundle
  expect([...leading].filter((table) => declared[table] === undefined || declared[table] === 'none')).toEqual([])
})

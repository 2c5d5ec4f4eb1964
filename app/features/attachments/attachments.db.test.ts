import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { InvalidInput, NotFound, type Message } from '#app/core/errors.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { docxOf, odt, pdf, photo, pictureFacts, xlsx, zipOf } from '#infra/testing/sample-files.ts'
import { sentForm } from '#infra/testing/sent-form.ts'
import { addDraftAttachments } from './add-draft-attachments.server.ts'
import { draftLimits, listAttachments, openAttachment } from './attachments.queries.server.ts'
import { removeDraftAttachment } from './remove-draft-attachments.server.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const asResident = <T>(work: (ctx: TenantContext) => Promise<T>) => product.almaty.as(anyone, work)

/** The drafts of these tests belong to no feature: nobody else writes on them. */
const held = async () => true

const add = (draftId: string, files: Record<string, Buffer>, most = 10, bytes = 100_000) =>
  asResident(async (ctx) => {
    const sent = await sentForm(ctx, files, { most, bytes })
    await addDraftAttachments(ctx, draftId, sent, held).finally(sent.drop)
  })

const listed = (draftId: string) => asResident((ctx) => listAttachments(ctx, { draftId }))

/** Why a file of this content is not taken. */
async function refusalOf(content: Buffer, bytes?: number): Promise<string> {
  const draftId = newId()
  const refused = await add(draftId, { 'сынақ.bin': content }, 10, bytes).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(InvalidInput)
  expect(await listed(draftId)).toEqual([])
  const { key, values } = (refused as InvalidInput).fields.files as Message
  expect(values?.name).toBe('сынақ')
  return key.replace('attachments:error.', '')
}

/** What was kept of a file of this content. */
async function keptOf(name: string, content: Buffer) {
  const draftId = newId()
  await add(draftId, { [name]: content })
  const [row] = await product.database.rows<{ id: string; name: string; media_type: string }>(
    'select id, name, media_type from t_almaty.attachment where draft_id = $1',
    [draftId],
  )
  if (!row) throw new Error(`${name} was not kept`)
  const kept = await asResident(async (ctx) => buffer(await ctx.files.read(row.id)))
  return { name: row.name, mediaType: row.media_type, content: kept }
}

const filesOnDisk = async () =>
  (await readdir(product.filesDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

describe('a file is what its bytes are', () => {
  it.each([
    ['jpeg', 'image/jpeg', 'jpg'],
    ['png', 'image/png', 'png'],
    ['webp', 'image/webp', 'webp'],
    ['gif', 'image/gif', 'gif'],
  ] as const)('a photograph in %s, whatever it is called', async (format, type, extension) => {
    const kept = await keptOf('көше.exe', await photo(format))
    expect(kept).toMatchObject({ name: `көше.${extension}`, mediaType: type })
    expect((await pictureFacts(kept.content)).format).toBe(format)
  })

  it.each([
    ['шарт.docx', docxOf(), 'шарт.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['есеп.xlsx', xlsx(), 'есеп.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['хат.odt', odt(), 'хат.odt', 'application/vnd.oasis.opendocument.text'],
    ['акт.pdf', pdf(), 'акт.pdf', 'application/pdf'],
    ['сөз.md', Buffer.from('Жарық жоқ.\r\n\tҮш күн: a < b'), 'сөз.txt', 'text/plain'],
  ])('%s is kept as it is', async (name, content, keptName, mediaType) => {
    expect(await keptOf(name, content)).toEqual({ name: keptName, mediaType, content })
  })

  it.each<[what: string, content: Buffer, reason: string]>([
    ['nothing at all', Buffer.alloc(0), 'empty'],
    ['an iPhone’s own format', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'heic'],
    ['a video', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0'), 'video'],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0', 'latin1'), 'type'],
    ['a picture that is a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'type'],
    ['a picture after an XML head', Buffer.from('\ufeff<?xml version="1.0"?>\n<svg/>'), 'type'],
    ['a page', Buffer.from('Hello <script>alert(1)</script>'), 'type'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf ~'), 'type'],
    ['a text in an old encoding', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'type'],
    ['a PDF that breaks off', Buffer.from('%PDF-1.4\n1 0 obj'), 'type'],
    ['a bare archive', zipOf([{ name: 'a.txt', content: 'x' }]), 'archive'],
    ['a document with macros', docxOf({ name: 'word/vbaProject.bin', content: 'x' }), 'macro'],
    ['a document under a password', docxOf({ name: 'a', content: 'x', encrypted: true }), 'archive'],
    ['a bomb that says so', docxOf({ name: 'a', content: 'x', claims: 4_000_000_000 }), 'archive'],
    ['a bomb by its proportions', docxOf({ name: 'a', content: Buffer.alloc(5_000_000) }), 'archive'],
    ['an archive with something behind it', Buffer.concat([docxOf(), Buffer.from('<script>')]), 'type'],
    ['an archive with a comment', zipOf([{ name: 'a', content: 'x' }], '<script>'), 'type'],
    ['an archive cut short', docxOf().subarray(0, -30), 'type'],
    ['the head of a photograph alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'broken'],
  ])('%s is refused', async (_what, content, reason) => {
    expect(await refusalOf(content)).toBe(reason)
  })

  it('a photograph too large to be drawn is refused by its head', async () => {
    const head = await photo('png')
    head.writeUInt32BE(100_000, 16)
    head.writeUInt32BE(100_000, 20)
    expect(await refusalOf(head)).toBe('broken')
  })

  it('what is longer than allowed is refused, to the byte', async () => {
    expect(await refusalOf(Buffer.from('x'.repeat(1001)), 1000)).toBe('tooLarge')
    const draftId = newId()
    await add(draftId, { 'a.txt': Buffer.from('x'.repeat(1000)) }, 10, 1000)
    expect(await listed(draftId)).toHaveLength(1)
  })
})

describe('a photograph', () => {
  it('loses the place and the telephone it was taken with, and stands upright', async () => {
    const taken = await photo()
    const before = await pictureFacts(taken)
    expect(before.orientation).toBe(6)
    expect(before.exif?.includes('Synaq telefony')).toBe(true)
    // The tag that leads to the place, in either order of bytes.
    const place = [Buffer.from([0x88, 0x25]), Buffer.from([0x25, 0x88])]
    expect(place.some((tag) => before.exif?.includes(tag))).toBe(true)
    const { content } = await keptOf('a.jpg', taken)
    const { exif, icc, xmp, orientation, width, height } = await pictureFacts(content)
    expect({ exif, icc, xmp, orientation, width, height }).toEqual({
      exif: undefined,
      icc: undefined,
      xmp: undefined,
      orientation: undefined,
      width: 4,
      height: 2,
    })
    expect(content.includes('Synaq')).toBe(false)
  })

  it('loses whatever else it was', async () => {
    const script = '<script>alert(document.cookie)</script>'
    const polyglot = Buffer.concat([await photo(), zipOf([{ name: 'a.html', content: script }]), Buffer.from(script)])
    const { content } = await keptOf('a.jpg', polyglot)
    expect(content.includes('script')).toBe(false)
    expect(content.includes('PK')).toBe(false)
  })
})

describe('the files of a draft', () => {
  it('come in order, with what they are and how large, and go again', async () => {
    const draftId = newId()
    const before = await filesOnDisk()
    await add(draftId, { 'бір.txt': Buffer.from('x'.repeat(3000)), 'екі.pdf': pdf() })
    const [first, second] = await listed(draftId)
    expect(first).toMatchObject({ name: 'бір.txt', media: 'text', size: '3 КБ' })
    expect(second).toMatchObject({ name: 'екі.pdf', media: 'pdf' })
    expect(await filesOnDisk()).toBe(before + 2)
    await asResident((ctx) => removeDraftAttachment(ctx, draftId, first?.id ?? '', held))
    expect((await listed(draftId)).map(({ name }) => name)).toEqual(['екі.pdf'])
    expect(await filesOnDisk()).toBe(before + 1)
  })

  it('are as many as the region allows, over several sendings; the others are told and left out', async () => {
    const draftId = newId()
    const eight = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.txt`, Buffer.from('x')]))
    await add(draftId, eight)
    expect(await asResident((ctx) => draftLimits(ctx, draftId))).toEqual({ most: 2, bytes: 20 * 1024 * 1024 })
    const before = await filesOnDisk()
    await expect(add(draftId, eight)).rejects.toMatchObject({
      fields: { files: { key: 'attachments:error.tooMany', values: { most: 10 } } },
    })
    expect(await listed(draftId)).toHaveLength(10)
    expect(await filesOnDisk(), 'what had no room is not left on the disk').toBe(before + 2)
  })

  it('that are good are kept beside a bad one', async () => {
    const draftId = newId()
    await expect(add(draftId, { 'a.svg': Buffer.from('<svg/>'), 'b.pdf': pdf() })).rejects.toMatchObject({
      fields: { files: { key: 'attachments:error.type', values: { name: 'a' } } },
    })
    expect((await listed(draftId)).map(({ name }) => name)).toEqual(['b.pdf'])
  })

  it('leave nothing on the disk when their rows cannot be written', async () => {
    const before = await filesOnDisk()
    await product.database.rows('alter table t_almaty.attachment rename to attachment_away')
    await expect(add(newId(), { 'a.pdf': pdf() })).rejects.toThrow('attachment')
    await product.database.rows('alter table t_almaty.attachment_away rename to attachment')
    expect(await filesOnDisk()).toBe(before)
  })

  it('are another draft’s only by their own id', async () => {
    const [mine, theirs] = [newId(), newId()]
    await add(theirs, { 'a.pdf': pdf() })
    const [file] = await listed(theirs)
    await expect(asResident((ctx) => removeDraftAttachment(ctx, mine, file?.id ?? '', held))).rejects.toBeInstanceOf(
      NotFound,
    )
    expect(await listed(theirs)).toHaveLength(1)
  })

  it('are journalled by their ids alone', async () => {
    const draftId = newId()
    await add(draftId, { 'Иванов диагноз.pdf': pdf() })
    const rows = await product.database.rows(
      `select event, fields, refs from t_almaty.journal where refs ->> 'draftId' = $1`,
      [draftId],
    )
    expect(rows).toEqual([{ event: 'attachment.added', fields: ['name', 'mediaType', 'bytes'], refs: { draftId } }])
  })

  it('need no connection while a photograph is drawn', async () => {
    const one = await openTestProduct(inject('superuserUrl'), 2)
    try {
      await one.almaty.as(anyone, async (ctx) => {
        const draftId = newId()
        await draftLimits(ctx, draftId)
        const sent = await sentForm(ctx, { 'a.jpg': await photo() })
        // Both connections are lent to others: an upload that held or asked for one would wait for ever.
        await one.installation.database.withTenant(one.almaty.tenant, () =>
          one.installation.database.withTenant(one.shymkent.tenant, async () => {
            await ctx.files.put(newId(), sent.files[0]?.read() ?? Readable.from([]))
          }),
        )
        await addDraftAttachments(ctx, draftId, sent, held).finally(sent.drop)
        expect(await listAttachments(ctx, { draftId })).toHaveLength(1)
      })
    } finally {
      await one.close()
    }
  })
})

describe('two regions', () => {
  it('never serve each other’s files, nor a draft’s', async () => {
    const draftId = newId()
    await add(draftId, { 'a.pdf': pdf() })
    const [file] = await listed(draftId)
    const id = file?.id ?? ''
    const opened = (region: 'almaty' | 'shymkent') =>
      product[region].as({ kind: 'system' }, (ctx) => openAttachment(ctx, draftId, id))
    await expect(opened('almaty'), 'a draft is no appeal').rejects.toBeInstanceOf(NotFound)
    await expect(opened('shymkent')).rejects.toBeInstanceOf(NotFound)
    await expect(product.shymkent.as(anyone, (ctx) => ctx.files.read(id))).rejects.toBeInstanceOf(NotFound)
    expect(await product.shymkent.as(anyone, (ctx) => listAttachments(ctx, { draftId }))).toEqual([])
  })
})

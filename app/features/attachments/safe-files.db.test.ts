import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { openClamd, ScannerAway, type Scan } from '#app/integrations/antivirus/clamd.server.ts'
import { eicar, startClamd, type TestClamd } from '#infra/testing/clamd.ts'
import { fileAndAssign } from '#infra/testing/appeals.ts'
import { knowing, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { pdf, pictureFacts, pixelOf, plainPhoto } from '#infra/testing/sample-files.ts'
import { attachToAppeal } from './attach-to-appeal.server.ts'
import { addDraftAttachments } from './add-draft-attachments.server.ts'
import { listAttachments, openAttachment } from './attachments.queries.server.ts'
import { blackOutPhoto } from './black-out-photo.server.ts'
import { publishPhoto } from './publish-photo.server.ts'
import { listUnscanned, scanAttachment } from './scan-attachment.server.ts'

let product: TestProduct
let clamd: TestClamd
let scan: Scan
let appealId: string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  clamd = await startClamd({ most: 1_000_000 })
  scan = openClamd(clamd.url, { most: 500_000, patience: 2000 })
})
afterAll(async () => {
  await clamd?.close()
  await product?.close()
})
beforeEach(async () => {
  appealId = await fileAndAssign(product.almaty)
})

const clerk = () => product.almaty.clerks['passenger-transport']
const asClerk = <T>(work: (ctx: TenantContext) => Promise<T>) => product.almaty.as(clerk(), work)
const asWorker = <T>(work: (ctx: TenantContext) => Promise<T>) => product.almaty.as({ kind: 'system' }, work)
const asPerson = <T>(work: (ctx: TenantContext) => Promise<T>) => product.almaty.as(knowing(appealId), work)

/** A file of the appeal, as a person brings it; its id. */
async function bring(name: string, content: Buffer, region = product.almaty): Promise<string> {
  const draftId = newId()
  await region.as(knowing(appealId), async (ctx) => {
    const received = await (await ctx.files.openUpload()).receive(Readable.from([content]), 20_000_000)
    const limits = { most: 10, bytes: 20_000_000 }
    const files = [{ field: 'files', name, ...received }]
    const sent = { fields: [], files, limits, tooMany: false, refused: undefined, drop: () => received.drop() }
    await addDraftAttachments(ctx, draftId, sent, async () => true).finally(sent.drop)
    if (region === product.almaty) await inTransaction(ctx, (ctx) => attachToAppeal(ctx, draftId, appealId))
  })
  const [row] = await product.database.rows<{ id: string }>(
    `select id from ${region.tenant.schema}.attachment order by id desc limit 1`,
  )
  return row?.id ?? ''
}

const rowOf = async (id: string) =>
  (
    await product.database.rows<Record<string, unknown>>(
      'select scan, state, threat, publishable, parent_id, made_by, name from t_almaty.attachment where id = $1',
      [id],
    )
  )[0]
const eventsOf = async (id: string) =>
  (
    await product.database.rows<{ event: string }>(
      'select event from t_almaty.journal where subject_id = $1 order by id',
      [id],
    )
  ).map(({ event }) => event)
const isOnDisk = async (id: string) =>
  (await readdir(product.filesDir, { recursive: true })).some((place) => place.endsWith(`kept/${id.slice(-2)}/${id}`))
const infected = () => Buffer.concat([eicar, Buffer.from('\nмәтін')])

describe('a file that was brought', () => {
  it('is unscanned, staff see that and the person does not, until the scanner found nothing', async () => {
    const id = await bring('акт.pdf', pdf())
    const safety = async (as: typeof asClerk) => (await as((ctx) => listAttachments(ctx, { appealId })))[0]?.safety
    expect(await safety(asClerk)).toBe('unscanned')
    await asWorker((ctx) => scanAttachment(ctx, id, scan))
    expect(await safety(asClerk)).toBe('clean')
    expect(await eventsOf(id)).toEqual(['attachment.added', 'attachment.scanned'])
    const opened = await asPerson((ctx) => openAttachment(ctx, appealId, id))
    expect([opened.name, await buffer(opened.content)]).toEqual(['акт.pdf', pdf()])
  })

  it('with a virus is taken away, its row says so to everybody, and nobody can open it', async () => {
    const id = await bring('сөз.txt', infected())
    await asWorker((ctx) => scanAttachment(ctx, id, scan))
    expect(await rowOf(id)).toMatchObject({ scan: 'infected', state: 'removed', threat: 'Eicar-Signature' })
    expect(await isOnDisk(id)).toBe(false)
    expect(await eventsOf(id)).toEqual(['attachment.added', 'attachment.infected'])
    for (const as of [asClerk, asPerson]) {
      expect((await as((ctx) => listAttachments(ctx, { appealId })))[0]).toMatchObject({ safety: 'removed' })
      await expect(as((ctx) => openAttachment(ctx, appealId, id))).rejects.toBeInstanceOf(NotFound)
    }
  })

  it('stays unscanned while the scanner is away, is judged when it is back, and once', async () => {
    const id = await bring('сөз.txt', infected())
    clamd.mood = 'hangs up'
    await expect(asWorker((ctx) => scanAttachment(ctx, id, scan))).rejects.toBeInstanceOf(ScannerAway)
    expect(await rowOf(id)).toMatchObject({ scan: 'unscanned', state: 'kept' })
    const tomorrow = new Date(product.almaty.clock.now().getTime() + 86_400_000)
    expect(await asWorker((ctx) => listUnscanned(ctx, tomorrow, 500))).toContain(id)
    clamd.mood = 'answers'
    await asWorker((ctx) => scanAttachment(ctx, id, scan))
    await asWorker((ctx) => scanAttachment(ctx, id, scan))
    expect((await eventsOf(id)).filter((event) => event === 'attachment.infected')).toHaveLength(1)
    expect(await asWorker((ctx) => listUnscanned(ctx, tomorrow, 500))).not.toContain(id)
  })

  it('whose removal was cut off is removed when the job comes again', async () => {
    const id = await bring('сөз.txt', infected())
    const cut = asWorker((ctx) => {
      const files = { ...ctx.files, remove: () => Promise.reject(new Error('killed here')) }
      return scanAttachment({ ...ctx, files }, id, scan)
    })
    await expect(cut).rejects.toThrow('killed here')
    expect([(await rowOf(id))?.state, await isOnDisk(id)]).toEqual(['removed', true])
    await asWorker((ctx) => scanAttachment(ctx, id, scan))
    expect(await isOnDisk(id)).toBe(false)
  })

  it('that is too large for the scanner is marked so and asked about no more', async () => {
    const id = await bring('үлкен.txt', Buffer.alloc(600_000, 'a'))
    await asWorker((ctx) => scanAttachment(ctx, id, scan))
    expect(await rowOf(id)).toMatchObject({ scan: 'unscannable', state: 'kept' })
  })

  it('of another region is not touched', async () => {
    const witness = await bring('сөз.txt', infected(), product.shymkent)
    await asWorker((ctx) => scanAttachment(ctx, witness, scan))
    const [row] = await product.database.rows<{ scan: string }>(
      'select scan from t_shymkent.attachment where id = $1',
      [witness],
    )
    expect(row?.scan).toBe('unscanned')
  })
})

describe('a photo on which places are blacked out', () => {
  const area = { left: 25, top: 50, width: 25, height: 25 }
  const make = (id: string, submissionKey: string = crypto.randomUUID(), areas = [area]) =>
    asClerk((ctx) => blackOutPhoto(ctx, appealId, id, { submissionKey, areas }))
  const contentOf = (id: string) => asClerk(async (ctx) => buffer(await ctx.files.read(id)))

  it.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    'of %s is a JPEG of its own: black there, as it was elsewhere, nothing beside it, the original untouched',
    async (format) => {
      const id = await bring('Ахметов үйі.jpg', await plainPhoto(format, 200, 100))
      const before = await contentOf(id)
      const made = await make(id)
      const drawn = await contentOf(made)
      // Two pixels from each edge of 50 to 100 by 50 to 75: JPEG blurs over an edge, never what was painted over.
      for (const [x, y] of [
        [52, 52],
        [97, 52],
        [52, 72],
        [97, 72],
        [75, 62],
      ] as const) {
        for (const part of await pixelOf(drawn, x, y)) expect(part).toBeLessThan(12)
      }
      for (const [x, y] of [
        [20, 20],
        [150, 62],
        [75, 20],
        [75, 95],
      ] as const) {
        const [red = 0, green = 0] = await pixelOf(drawn, x, y)
        expect([Math.abs(red - 200) < 12, Math.abs(green - 30) < 12]).toEqual([true, true])
      }
      const facts = await pictureFacts(drawn)
      expect([facts.format, facts.width, facts.height]).toEqual(['jpeg', 200, 100])
      expect([facts.exif, facts.icc, facts.xmp, facts.iptc, facts.orientation]).toEqual(Array(5).fill(undefined))
      expect(await contentOf(id)).toEqual(before)
      const { id: madeBy } = clerk()
      expect(await rowOf(made)).toMatchObject({ parent_id: id, made_by: madeBy, publishable: false, scan: 'unscanned' })
      expect(String((await rowOf(made))?.name)).not.toContain('Ахметов')
      expect(await eventsOf(made)).toEqual(['attachment.blackedOut'])
    },
  )

  it('that was see-through has no way to see through the black', async () => {
    const id = await bring('x.png', await plainPhoto('png', 40, 40, 0.2))
    const drawn = await contentOf(await make(id, undefined, [{ left: 0, top: 0, width: 100, height: 100 }]))
    expect(await pixelOf(drawn, 20, 20)).toEqual([0, 0, 0])
    expect((await pictureFacts(drawn)).hasAlpha).toBe(false)
  })

  it('is made once, however often the same form is sent', async () => {
    const id = await bring('x.png', await plainPhoto('png', 40, 40))
    const key = crypto.randomUUID()
    const made = new Set(await Promise.all([make(id, key), make(id, key), make(id, key)]))
    expect(made.size).toBe(1)
    const rows = await product.database.rows('select id from t_almaty.attachment where parent_id = $1', [id])
    expect(rows).toHaveLength(1)
    const kept = (await readdir(product.filesDir, { recursive: true })).filter((place) => /kept\/..\/./.test(place))
    const known = await product.database.rows(
      `select id from t_almaty.attachment where state = 'kept' union select id from t_shymkent.attachment`,
    )
    expect(kept).toHaveLength(known.length)
  })

  it('is seen by staff and not by the person', async () => {
    const made = await make(await bring('x.png', await plainPhoto('png', 40, 40)))
    const ids = async (as: typeof asClerk) =>
      (await as((ctx) => listAttachments(ctx, { appealId }))).map(({ id }) => id)
    expect(await ids(asClerk)).toContain(made)
    expect(await ids(asPerson)).not.toContain(made)
    await expect(asPerson((ctx) => openAttachment(ctx, appealId, made))).rejects.toBeInstanceOf(NotFound)
  })

  it('alone may be published; what a person sent never, past the command neither', async () => {
    const id = await bring('x.png', await plainPhoto('png', 40, 40))
    const made = await make(id)
    const publish = (attachmentId: string, publishable: boolean) =>
      asClerk((ctx) => publishPhoto(ctx, appealId, { attachmentId, publishable }))
    await publish(made, true)
    await publish(made, true)
    expect((await rowOf(made))?.publishable).toBe(true)
    await publish(made, false)
    expect(await eventsOf(made)).toEqual(['attachment.blackedOut', 'attachment.published', 'attachment.withheld'])
    await expect(publish(id, true)).rejects.toBeInstanceOf(Refusal)
    await expect(
      product.database.rows('update t_almaty.attachment set publishable = true where id = $1', [id]),
    ).rejects.toThrow('attachment_publishable')
  })

  it('is nothing for who does not work on the appeal, nor for what is no photo or is broken', async () => {
    const id = await bring('x.png', await plainPhoto('png', 40, 40))
    const input = { submissionKey: crypto.randomUUID(), areas: [area] }
    const stranger = product.almaty.clerks['housing-utilities']
    await expect(product.almaty.as(stranger, (ctx) => blackOutPhoto(ctx, appealId, id, input))).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(asPerson((ctx) => blackOutPhoto(ctx, appealId, id, input))).rejects.toBeInstanceOf(ForbiddenError)
    const head = await product.almaty.hire('centre-head', 'Сәуле Орталықова', ['centreHead'])
    await expect(product.almaty.as(head, (ctx) => blackOutPhoto(ctx, appealId, id, input))).rejects.toBeInstanceOf(
      ForbiddenError,
    )
    await expect(make(await bring('акт.pdf', pdf()))).rejects.toBeInstanceOf(NotFound)
    await asClerk((ctx) => ctx.files.put(id, Readable.from(['no picture any more'])))
    await expect(make(id)).rejects.toBeInstanceOf(Refusal)
  })
})

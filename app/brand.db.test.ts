import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { pictureFacts, plainPhoto } from '#infra/testing/sample-files.ts'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { Principal } from './core/access/principal.ts'
import { getChange, listHistory } from './features/changes/history.queries.server.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { letterheadOf } from './features/letters/letterhead.server.ts'
import { sampleLetter, sampleLetterhead } from './features/letters/sample-letter.server.ts'
import { addEmblem } from './features/regions/add-emblem.server.ts'
import { changeCentreTerms } from './features/regions/change-centre-terms.server.ts'
import { changeEmblem, dropEmblem } from './features/regions/change-emblem.server.ts'
import { changeRegion } from './features/regions/change-region.server.ts'
import { openEmblem } from './features/regions/emblem.queries.server.ts'
import { getAdminRegion } from './features/regions/region-admin.queries.server.ts'
import { getBrandColour, getRegion } from './features/regions/regions.queries.server.ts'
import { ChangeCentreTerms, ChangeRegion } from './features/regions/regions.schema.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const key = () => crypto.randomUUID()
const standing = (region = almaty) => region.as(region.admin, (ctx) => getAdminRegion(ctx))
const shown = (region: TestRegion) => region.as(anyone, (ctx) => getRegion(ctx))
const undo = (id = '') => almaty.as(almaty.admin, (ctx) => undoChange(ctx, id, { submissionKey: key() }))

/** The form as it stands, with something else in it. */
async function rename(patch: Readonly<Record<string, string>>, who: Principal = almaty.admin, version?: number) {
  const { numbers: _numbers, emblem: _emblem, ...now } = await standing()
  const form = ChangeRegion.parse({ ...now, version: version ?? now.version, ...patch, submissionKey: key() })
  return almaty.as(who, (ctx) => changeRegion(ctx, form))
}

async function send(content: Buffer, submissionKey = key(), who: Principal = almaty.admin) {
  const { version } = await standing()
  return almaty.as(who, async (ctx) => {
    const upload = await ctx.files.openUpload()
    const file = await upload.receive(Readable.from([content]), 2 * 1024 * 1024)
    await addEmblem(ctx, submissionKey, file).finally(() => file.drop())
    return changeEmblem(ctx, { submissionKey, version })
  })
}

const emblemId = async () => (await shown(almaty)).emblem?.split('/').at(-1) ?? ''

describe('the names and the colour of a region', () => {
  it('are what everybody reads, of this region alone, and come back when the change is undone', async () => {
    const before = await shown(almaty)
    const witness = await shown(shymkent)
    const id = await rename({ centreRu: ' Центр  приёма «Үлгі» ', nameRu: 'Алматы қаласы', brandColour: '00594C' })
    expect(await shown(almaty)).toMatchObject({ centre: before.centre, name: before.name })
    const inRussian = (region: TestRegion) => region.as(anyone, (ctx) => getRegion({ ...ctx, locale: 'ru' }))
    expect(await inRussian(almaty)).toMatchObject({ centre: 'Центр приёма «Үлгі»', name: 'Алматы қаласы' })
    expect(await shown(shymkent)).toEqual(witness)
    const head = await almaty.as({ kind: 'system' }, (ctx) => letterheadOf(ctx, 'ru'))
    expect(head.centre).toBe('Центр приёма «Үлгі»')
    const change = await almaty.as(almaty.admin, (ctx) => getChange(ctx, id ?? ''))
    expect(change.values).toEqual([
      { field: 'nameRu', before: 'Город Алматы', after: 'Алматы қаласы' },
      { field: 'centreRu', before: 'Центр приёма граждан «Открытый Алматы»', after: 'Центр приёма «Үлгі»' },
    ])
    await undo(id)
    expect((await inRussian(almaty)).centre).not.toBe('Центр приёма «Үлгі»')
    const history = await almaty.as(almaty.admin, (ctx) => listHistory(ctx, 'region'))
    expect(history.map(({ verb }) => verb)).toEqual(['undone', 'changed'])
  })

  it('are not changed by a form that was made before somebody else’s change', async () => {
    const { version } = await standing()
    await rename({ nameEn: 'Almaty city' })
    await expect(rename({ nameEn: 'City of Almaty' }, almaty.admin, version)).rejects.toMatchObject({
      reason: { key: 'common:change.stale' },
    })
  })

  it('are no business of other roles, nor of another region’s administrator', async () => {
    for (const who of [almaty.dispatcher, almaty.clerks['housing-utilities'], anyone])
      await expect(rename({ nameEn: 'Mine' }, who)).rejects.toMatchObject({ name: 'ForbiddenError' })
    const before = await standing(shymkent)
    await rename({ nameEn: 'Almaty only' })
    expect(await standing(shymkent)).toEqual(before)
    await expect(almaty.as(almaty.dispatcher, (ctx) => getAdminRegion(ctx))).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
  })

  it('tell a colour that cannot be read by its ratios, with the nearest that can', async () => {
    const before = await almaty.as(anyone, getBrandColour)
    const weak = await rename({ brandColour: '#00afca' }).catch((error: unknown) => error)
    expect(weak).toMatchObject({
      fields: { brandColour: { key: 'regions:error.colourWeak', values: { white: '2,6', page: '2,2' } } },
    })
    const { shade = '' } =
      (weak as { fields: { brandColour: { values: { shade?: string } } } }).fields.brandColour.values ?? {}
    expect(await almaty.as(anyone, getBrandColour)).toBe(before)
    await rename({ brandColour: shade })
    expect(await almaty.as(anyone, getBrandColour)).toBe(shade)
  })

  it('take no colour that is none', () => {
    for (const brandColour of ['red', '#12', '#00594c;}', 'url(x)', '', 'аааааа'])
      expect(ChangeRegion.safeParse({ brandColour }).error?.issues.map(({ path }) => path[0])).toContain('brandColour')
  })
})

describe('an emblem', () => {
  it('stands in the portal under an address of its own, and on letters; another one has another address', async () => {
    await send(await plainPhoto('png', 400, 200))
    const first = await emblemId()
    const { content } = await almaty.as(anyone, (ctx) => openEmblem(ctx, first))
    expect(await pictureFacts(await buffer(content))).toMatchObject({ format: 'png', width: 192, height: 96 })
    const sized = async () => {
      const reply = await almaty.as(almaty.admin, (ctx) => sampleLetter(ctx, 'kk'))
      return (await reply.arrayBuffer()).byteLength
    }
    const withEmblem = await sized()
    const id = await send(await plainPhoto('jpeg', 300, 300))
    expect(await emblemId()).not.toBe(first)
    await undo(id)
    expect(await emblemId()).toBe(first)
    const { version } = await standing()
    await almaty.as(almaty.admin, (ctx) => dropEmblem(ctx, { submissionKey: key(), version }))
    expect(await shown(almaty)).toMatchObject({ emblem: undefined })
    expect(await sized()).toBeLessThan(withEmblem)
  })

  it('is nothing in another region, and shows nothing of it there', async () => {
    await send(await plainPhoto('webp', 100, 100))
    const id = await emblemId()
    await expect(shymkent.as(anyone, (ctx) => openEmblem(ctx, id))).rejects.toMatchObject({ name: 'NotFound' })
    expect((await shown(shymkent)).emblem).toBeUndefined()
  })

  it('is taken once when its form is sent twice, and from an administrator only', async () => {
    const count = async () => Number((await product.database.rows('select count(*) from t_almaty.emblem'))[0]?.count)
    const photo = await plainPhoto('png', 80, 80)
    const before = await count()
    const same = key()
    await send(photo, same)
    await expect(send(photo, same)).resolves.toBeUndefined()
    expect(await count()).toBe(before + 1)
    await expect(send(photo, key(), almaty.dispatcher)).rejects.toMatchObject({ name: 'ForbiddenError' })
    await expect(send(photo, key(), anyone)).rejects.toMatchObject({ name: 'ForbiddenError' })
    expect(await count()).toBe(before + 1)
  })

  it('is refused where it is no picture, too small or broken', async () => {
    const photo = await plainPhoto('png', 200, 200)
    const refusals: [Buffer, string][] = [
      [Buffer.from('GIF89a'), 'emblemKind'],
      [Buffer.from('<html><script>alert(1)</script></html>'), 'emblemKind'],
      [Buffer.from(''), 'emblemKind'],
      [await plainPhoto('png', 40, 40), 'emblemSmall'],
      [photo.subarray(0, 60), 'emblemBroken'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>'), 'emblemBroken'],
    ]
    for (const [content, why] of refusals)
      await expect(send(content), why).rejects.toMatchObject({ fields: { emblem: `regions:error.${why}` } })
    const { version } = await standing()
    const empty = { submissionKey: key(), version }
    await expect(almaty.as(almaty.admin, (ctx) => changeEmblem(ctx, empty))).rejects.toMatchObject({
      fields: { emblem: 'regions:error.emblemMissing' },
    })
  })
})

describe('the head of a letter', () => {
  it('holds the picture itself, and is the same bytes whenever it is made of the same words', async () => {
    const hole =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="3" fill="#07a"/></svg>'
    await send(Buffer.from(hole))
    const letter = async () =>
      Buffer.from(await (await almaty.as(almaty.admin, (ctx) => sampleLetter(ctx, 'kk'))).arrayBuffer())
    const made = await letter()
    expect(made.toString('latin1')).toContain('/Subtype /Image')
    expect(made.equals(await letter())).toBe(true)
  })

  it('is shown to an administrator in each language, and saved as a PDF that runs nothing', async () => {
    const sample = await almaty.as(almaty.admin, (ctx) => sampleLetterhead(ctx, 'ru'))
    expect(sample.agency).not.toBe('')
    expect(sample.lines.length).toBeGreaterThan(0)
    const reply = await almaty.as(almaty.admin, (ctx) => sampleLetter(ctx, 'en'))
    expect(reply.headers.get('Content-Disposition')).toBe('attachment; filename="letterhead-en.pdf"')
    expect(Buffer.from(await reply.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
    const denied = { name: 'ForbiddenError' }
    await expect(almaty.as(almaty.dispatcher, (ctx) => sampleLetter(ctx, 'kk'))).rejects.toMatchObject(denied)
    await expect(almaty.as(almaty.dispatcher, (ctx) => sampleLetterhead(ctx, 'kk'))).rejects.toMatchObject(denied)
  })
})

describe('the numbers of a centre', () => {
  const numbers = {
    shareLinkDays: '30',
    contestDays: ' 2 ',
    ratingDays: '20',
    reopeningDays: '5',
    attachmentsMost: '7',
    attachmentMegabytes: '20',
  }
  const change = async (patch: Readonly<Record<string, string>>, who: Principal = almaty.admin) => {
    const { version } = await standing()
    const form = ChangeCentreTerms.parse({ ...numbers, ...patch, version, submissionKey: key() })
    return almaty.as(who, (ctx) => changeCentreTerms(ctx, form))
  }

  it('are changed together and undone together, and the size of a file stays what it was to the byte', async () => {
    const [before] = await product.database.rows('select attachment_bytes as bytes from t_almaty.region_profile')
    const id = await change({})
    expect((await standing()).numbers).toMatchObject({ shareLinkDays: 30, contestDays: 2, attachmentsMost: 7 })
    expect(await product.database.rows('select attachment_bytes as bytes from t_almaty.region_profile')).toEqual([
      before,
    ])
    await undo(id)
    expect((await standing()).numbers).not.toMatchObject({ shareLinkDays: 30 })
    await change({ attachmentMegabytes: '95' })
    expect((await standing()).numbers.attachmentMegabytes).toBe(95)
  })

  it('lie within what the database takes', () => {
    const wrong = { shareLinkDays: '91', contestDays: '0', ratingDays: '1,5', reopeningDays: '16', attachmentsMost: '' }
    const form = { ...numbers, ...wrong, attachmentMegabytes: '96', version: '1', submissionKey: key() }
    const issues = ChangeCentreTerms.safeParse(form).error?.issues ?? []
    expect(issues.map(({ path }) => path[0]).toSorted()).toEqual(Object.keys(numbers).toSorted())
  })

  it('are an administrator’s', async () => {
    await expect(change({}, almaty.dispatcher)).rejects.toMatchObject({ name: 'ForbiddenError' })
  })
})

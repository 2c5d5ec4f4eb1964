import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { bringRowBack, retireRow } from './core/changes/ordered.server.ts'
import type { TenantContext } from './core/context.ts'
import { listAdminCategories } from './features/categories/category-admin.queries.server.ts'
import { listHalls } from './features/halls/public.server.ts'
import { addDesk } from './features/halls/add-desk.server.ts'
import { getAdminHall, listAdminHalls } from './features/halls/hall-admin.queries.server.ts'
import { deskRows, hallRows } from './features/halls/hall-rows.server.ts'
import { AddDesk } from './features/halls/halls.schema.ts'
import { retireHall } from './features/halls/retire-hall.server.ts'
import { addHotline } from './features/hotlines/add-hotline.server.ts'
import { changeHotline } from './features/hotlines/change-hotline.server.ts'
import { hotlineRows } from './features/hotlines/hotline-rows.server.ts'
import { AddHotline, ChangeHotline } from './features/hotlines/hotlines.schema.ts'
import { listAdminHotlines } from './features/hotlines/hotlines.queries.server.ts'
import { addInterpreter } from './features/interpreters/add-interpreter.server.ts'
import { changeInterpreter } from './features/interpreters/change-interpreter.server.ts'
import { AddInterpreter, ChangeInterpreter } from './features/interpreters/interpreters.schema.ts'
import { listAdminInterpreters } from './features/interpreters/interpreters.queries.server.ts'
import { getOverview } from './features/regions/overview.queries.server.ts'
import { getRegion } from './features/regions/regions.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(almaty.admin, work)
const key = () => crypto.randomUUID()
const all = { search: '', show: 'inUse' } as const

describe('a hall', () => {
  it('that has desks is retired with them when one says so, and none of its desks comes back alone', async () => {
    const [hall] = await asAdmin((ctx) => listAdminHalls(ctx, all))
    const id = hall?.id ?? ''
    const form = { submissionKey: key(), version: 1 }
    await expect(asAdmin((ctx) => retireHall(ctx, id, form))).rejects.toMatchObject({
      fields: { withDesks: 'halls:error.hasDesks' },
    })
    await asAdmin((ctx) => retireHall(ctx, id, { ...form, withDesks: 'yes' }))
    const { desks, retired } = await asAdmin((ctx) => getAdminHall(ctx, id))
    expect(retired).toBe(true)
    expect(desks.every((desk) => desk.retired)).toBe(true)
    expect((await almaty.as(anyone, (ctx) => listHalls(ctx))).map((one) => one.id)).not.toContain(id)
    const desk = desks[0] ?? { id: '', version: 0 }
    const back = { submissionKey: key(), version: desk.version }
    await expect(asAdmin((ctx) => bringRowBack(ctx, deskRows, desk.id, back))).rejects.toMatchObject({
      reason: { key: 'halls:error.hallRetired' },
    })
    await asAdmin((ctx) => bringRowBack(ctx, hallRows, id, { submissionKey: key(), version: 2 }))
    await asAdmin((ctx) => bringRowBack(ctx, deskRows, desk.id, { ...back, submissionKey: key() }))
    expect((await asAdmin((ctx) => listAdminHalls(ctx, all))).find((one) => one.id === id)?.desks).toBe(1)
  })

  it('has each label once, and desks of its own region’s agencies', async () => {
    const [hall] = await asAdmin((ctx) => listAdminHalls(ctx, all))
    const agencyId = almaty.clerks['housing-utilities'].agencyId ?? ''
    const add = (label: string, agency: string) =>
      asAdmin((ctx) => addDesk(ctx, hall?.id ?? '', AddDesk.parse({ submissionKey: key(), label, agencyId: agency })))
    await add('77Б', agencyId)
    await expect(add(' 77Б ', agencyId)).rejects.toMatchObject({ fields: { label: 'halls:error.labelTaken' } })
    const foreign = shymkent.clerks['housing-utilities'].agencyId ?? ''
    await expect(add('78', foreign)).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('a hotline', () => {
  it('is shown to everybody as it is written, until it is retired', async () => {
    const input = AddHotline.parse({ submissionKey: key(), kind: 'landline', number: ' 272  00 01 ' })
    await asAdmin((ctx) => addHotline(ctx, input))
    const shown = async (region: TestRegion) =>
      (await region.as(anyone, (ctx) => getRegion(ctx))).hotlines.map(({ number }) => number)
    expect(await shown(almaty)).toContain('272 00 01')
    expect(await shown(shymkent)).not.toContain('272 00 01')
    const [found] = await asAdmin((ctx) => listAdminHotlines(ctx, { ...all, search: '2720001' }))
    const id = found?.id ?? ''
    await asAdmin((ctx) => retireRow(ctx, hotlineRows, id, { submissionKey: key(), version: 1 }))
    expect(await shown(almaty)).not.toContain('272 00 01')
    const again = { ...input, submissionKey: key() }
    await expect(asAdmin((ctx) => addHotline(ctx, again))).rejects.toMatchObject({
      fields: { number: 'hotlines:error.taken' },
    })
  })

  it('is of the kind that its digits allow', async () => {
    const [first] = await asAdmin((ctx) => listAdminHotlines(ctx, all))
    const typed = { submissionKey: key(), version: 1, kind: 'short', number: '338 33 88' }
    const wrong = ChangeHotline.safeParse(typed)
    expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['number', 'hotlines:error.short'],
    ])
    const right = ChangeHotline.parse({ ...typed, number: '1309' })
    await asAdmin((ctx) => changeHotline(ctx, first?.id ?? '', right))
    const numbers = await asAdmin((ctx) => listAdminHotlines(ctx, all))
    expect(numbers[0]).toMatchObject({ number: '1309', kind: 'short', version: 2 })
  })
})

describe('an interpreter', () => {
  const person = { fullName: 'Тілмаш Аударұлы', languages: ['uz', 'kk'], remote: 'yes', phone: '8 701 123 45 67' }

  it('is kept with languages in one order and the telephone in its international form', async () => {
    await asAdmin((ctx) => addInterpreter(ctx, AddInterpreter.parse({ submissionKey: key(), ...person })))
    const [found] = await asAdmin((ctx) => listAdminInterpreters(ctx, { ...all, search: 'өзбек тилмаш' }))
    expect(found).toMatchObject({ languages: ['kk', 'uz'], phone: '+77011234567', onSite: false, remote: true })
    const changed = ChangeInterpreter.parse({ submissionKey: key(), version: 1, ...person, languages: 'ug', phone: '' })
    await asAdmin((ctx) => changeInterpreter(ctx, found?.id ?? '', changed))
    const [now] = await asAdmin((ctx) => listAdminInterpreters(ctx, { ...all, search: 'тилмаш' }))
    expect(now).toMatchObject({ languages: ['ug'], phone: null })
  })

  it('speaks something, works somewhere, and has a telephone that exists', () => {
    const wrong = AddInterpreter.safeParse({ submissionKey: key(), fullName: 'Аты Жоқ', phone: '12' })
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual([
      'interpreters:error.languages',
      'interpreters:error.phone',
    ])
    const nowhere = AddInterpreter.safeParse({ submissionKey: key(), ...person, remote: undefined })
    expect(nowhere.error?.issues.map(({ message }) => message)).toEqual(['interpreters:error.where'])
  })
})

describe('the overview', () => {
  it('counts what is in use and names what is missing', async () => {
    const before = await asAdmin((ctx) => getOverview(ctx))
    expect(before.noHall).toBe(false)
    expect(before.counts.categories).toBe((await asAdmin((ctx) => listAdminCategories(ctx, all))).length)
    const named = before.agencyWithoutStaff.things.map(({ name }) => name)
    expect(named).toContain('Әлеуметтік әл-ауқат басқармасы')
    expect(named).not.toContain('Жол қозғалысы және жолаушылар көлігін ұйымдастыру басқармасы')
    await product.database.rows(`update t_almaty.hall set retired_at = now()`)
    await product.database.rows(`update t_almaty.agency set retired_at = now() where slug = 'passenger-transport'`)
    const after = await asAdmin((ctx) => getOverview(ctx))
    expect(after.noHall).toBe(true)
    expect(after.staffOfRetired.things.map(({ name }) => name)).toEqual(['Бауыржан Мысалов', 'Еркін Басшыбаев'])
    expect(after.categoryOfRetired.things.length).toBeGreaterThan(0)
    expect((await shymkent.as(shymkent.admin, (ctx) => getOverview(ctx))).noHall).toBe(false)
  })

  it('is the administrator’s', async () => {
    for (const person of [almaty.dispatcher, anyone]) {
      await expect(almaty.as(person, (ctx) => getOverview(ctx))).rejects.toMatchObject({ name: 'ForbiddenError' })
    }
  })
})

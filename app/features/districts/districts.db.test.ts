import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { retireRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { addDistrict } from './add-district.server.ts'
import { changeDistrict } from './change-district.server.ts'
import { districtRows } from './district-rows.server.ts'
import { AddDistrict } from './districts.schema.ts'
import { getAdminDistrict, listAdminDistricts } from './districts.queries.server.ts'

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
const names = { nameKk: 'Жаңа аудан', nameRu: 'Новый район', nameEn: 'New district' }
const find = (search: string, show: 'inUse' | 'retired' = 'inUse') =>
  asAdmin((ctx) => listAdminDistricts(ctx, { search, show }))

describe('a district', () => {
  it('is added with its words tidied, changed and retired', async () => {
    const typed = AddDistrict.parse({ ...names, submissionKey: key(), words: ' шаңырақ ;шанырак,, айгерім ' })
    await asAdmin((ctx) => addDistrict(ctx, typed))
    const [added] = await find('айгерім жаңа')
    expect(added).toMatchObject({ name: names.nameKk, words: 'шаңырақ, шанырак, айгерім' })
    const id = added?.id ?? ''
    const change = { ...names, words: 'самал', version: 1 }
    await asAdmin((ctx) => changeDistrict(ctx, id, { ...change, submissionKey: key() }))
    const stale = asAdmin((ctx) => changeDistrict(ctx, id, { ...change, words: '', submissionKey: key() }))
    await expect(stale).rejects.toThrow('common:change.stale')
    expect(await asAdmin((ctx) => getAdminDistrict(ctx, id))).toMatchObject({ slug: 'new-district', words: 'самал' })
    await asAdmin((ctx) => retireRow(ctx, districtRows, id, { version: 2, submissionKey: key() }))
    expect((await find('', 'retired')).map((row) => row.id)).toEqual([id])
  })

  it('is the administrator’s, and of one region', async () => {
    const [medeu] = await find('медеу')
    const id = medeu?.id ?? ''
    await expect(shymkent.as(shymkent.admin, (ctx) => getAdminDistrict(ctx, id))).rejects.toThrow('District not found')
    for (const principal of [almaty.dispatcher, anyone])
      await expect(almaty.as(principal, (ctx) => getAdminDistrict(ctx, id))).rejects.toThrow(
        /not allowed|Cannot execute/i,
      )
  })
})

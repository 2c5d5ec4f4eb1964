import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { openSites } from './sites.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

describe('what error pages know of a region', () => {
  it('is its own name and telephones, remembered for half a minute and kept where nothing can be read', async () => {
    let time = 0
    const sites = openSites(() => time)
    const read = (region: TestRegion) => region.as(anyone, (ctx) => sites.read(ctx))
    const numbers = async (region: TestRegion) => (await read(region)).phones.map(({ number }) => number)
    expect(sites.known('almaty'), 'nobody came yet').toBeUndefined()
    expect(await numbers(almaty)).toEqual(['338 33 88', '1308'])
    expect((await read(almaty)).name.ru).toContain('Алматы')

    await product.database.rows(`update t_almaty.hotline set retired_at = now() where number = '338 33 88'`)
    time = 29_999
    expect(await numbers(almaty)).toEqual(['338 33 88', '1308'])
    time = 30_000
    expect(await numbers(almaty)).toEqual(['1308'])
    time = 1_000_000
    expect(sites.known('almaty')?.phones).toEqual([{ kind: 'short', number: '1308' }])

    expect(sites.known('shymkent'), 'another region’s telephone is not lent').toBeUndefined()
    expect(await numbers(shymkent)).not.toContain('1308')
  })
})

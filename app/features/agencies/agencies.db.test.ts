import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { agencyNames, listAgencies } from './agencies.queries.server.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

describe('an agency that is renamed', () => {
  it('bears its new name from the first minute of the region’s own day, and another region’s keeps its own', async () => {
    const { almaty, shymkent } = product
    const [police] = await product.database.rows<{ id: string }>(`select id from t_almaty.agency where slug = 'police'`)
    const id = police?.id ?? ''
    await product.database.rows(
      `insert into t_almaty.agency_name values ('renamed', $1, '2027-01-01', 'Ішкі істер департаменті', 'ДВД', 'Internal Affairs')`,
      [id],
    )
    const nameAt = async (moment: string) => {
      almaty.clock.move(new Date(moment))
      return (await almaty.as(almaty.dispatcher, (ctx) => agencyNames(ctx, [id])))[id]
    }
    expect(await nameAt('2026-12-31T18:59:59Z')).toBe('Полиция департаменті')
    expect(await nameAt('2026-12-31T19:00:00Z')).toBe('Ішкі істер департаменті')
    const others = await shymkent.as(shymkent.dispatcher, (ctx) => listAgencies(ctx))
    expect(others.map((agency) => agency.name)).toContain('Полиция департаменті')
  })

  it('is listed once', async () => {
    const agencies = await product.almaty.as(product.almaty.dispatcher, (ctx) => listAgencies(ctx))
    expect(new Set(agencies.map((agency) => agency.id)).size).toBe(agencies.length)
    expect(agencies.map((agency) => agency.name)).not.toContain('')
  })
})

import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { getWorklist } from '#app/features/worklists/worklist-page.queries.server.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { fileAndAssign } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { fillWithCopies } from './fill.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

it('a region is filled with copies of an appeal that its worklist takes for real ones, and no other region is', async () => {
  const { almaty, shymkent, database } = product
  const id = await fileAndAssign(almaty)

  const client = new pg.Client({ connectionString: database.urls.superuser })
  await client.connect()
  await fillWithCopies(client, almaty.tenant.schema, id, 30)
  await client.end()

  const listOf = (region: TestRegion, who: StaffPrincipal) =>
    region.as(who, (ctx) => getWorklist(ctx, new URLSearchParams({ view: 'open' })))
  const { items } = await listOf(almaty, almaty.clerks['passenger-transport'])
  expect(new Set(items.map((item) => item.number)).size).toBe(31)
  expect(items.every((item) => item.applicant === 'Сынақова Әсел')).toBe(true)
  expect((await listOf(shymkent, shymkent.dispatcher)).items).toEqual([])
})

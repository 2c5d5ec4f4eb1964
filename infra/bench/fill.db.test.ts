import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { getWorklist } from '#app/features/worklists/worklist-page.queries.server.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { fileAndAssign } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { fillVaried } from './fill-varied.ts'
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

it('a region is filled with four years of appeals of every kind, which its lists and searches take for real ones', async () => {
  const { shymkent, database } = product
  const id = await fileAndAssign(shymkent)
  const client = new pg.Client({ connectionString: database.urls.superuser })
  await client.connect()
  await fillVaried(client, shymkent.tenant.schema, id, 1000)
  await client.end()
  const listOf = (address: string) =>
    shymkent.as(shymkent.dispatcher, (ctx) => getWorklist(ctx, new URLSearchParams(address)))
  // One in fifty is open, and one in ten of those is new; two were there before.
  expect((await listOf('view=open')).counts.open).toBe(21)
  expect((await listOf('view=open&state=registered')).items).toHaveLength(2)
  expect((await listOf('view=all&q=автобус')).items.length).toBeGreaterThan(10)
  expect((await listOf('view=closed&language=en')).items.length).toBeGreaterThan(5)
  expect((await listOf('view=closed&state=withdrawn')).items.length).toBeGreaterThan(5)
})

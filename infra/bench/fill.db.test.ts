import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { SubmitAppeal } from '#app/features/appeals/appeals.schema.ts'
import { assignAppeal } from '#app/features/appeals/assign-appeal.server.ts'
import { submitAppeal } from '#app/features/appeals/submit-appeal.server.ts'
import { listOpenAppeals } from '#app/features/appeals/worklist.queries.server.ts'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { fillWithCopies } from './fill.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

it('a region is filled with copies of an appeal that its worklist takes for real ones, and no other region is', async () => {
  const { almaty, shymkent, database } = product
  const input = SubmitAppeal.parse({
    submissionKey: crypto.randomUUID(),
    text: 'Аулада шам жанбайды, жөндеуді сұраймын.',
    address: 'Абай даңғылы, 10',
    fullName: 'Сынақова Әсел',
    iin: '900515300018',
    email: 'person@mail.example',
    language: 'kk',
  })
  const id = await almaty.as(anyone, (ctx) => submitAppeal(ctx, input, '192.0.2.100'))
  const agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
  await almaty.as(almaty.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 1, agencyId }))

  const client = new pg.Client({ connectionString: database.urls.superuser })
  await client.connect()
  await fillWithCopies(client, almaty.tenant.schema, id, 30)
  await client.end()

  const { items } = await almaty.as(almaty.clerks['passenger-transport'], (ctx) => listOpenAppeals(ctx))
  expect(new Set(items.map((item) => item.number)).size).toBe(31)
  expect(items.every((item) => item.applicant === 'Сынақова Әсел')).toBe(true)
  expect((await shymkent.as(shymkent.dispatcher, (ctx) => listOpenAppeals(ctx))).items).toEqual([])
})

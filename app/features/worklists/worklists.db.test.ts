import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { permissionsOf } from '#app/core/access/permissions.ts'
import { fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { agencyIds, contestPart, fileAndSplit, submitPart } from '#infra/testing/bodies.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { getAppeal } from '#app/features/appeals/public.server.ts'
import { assignSelected } from './assign-selected.server.ts'
import { worklistQuery } from './worklist.ts'
import { askerOf, listAppeals } from './worklist.queries.server.ts'

const transport = 'passenger-transport'
const housing = 'housing-utilities'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let idOf: (slug: string) => string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  idOf = await agencyIds(product, 'almaty')
})
afterAll(() => product?.close())

const appealOf = (id: string) => almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))

const openOf = (region: TestRegion, after = '') =>
  region.as(region.dispatcher, async (ctx) =>
    listAppeals(
      ctx,
      await askerOf(ctx),
      worklistQuery(new URLSearchParams({ view: 'open', after }), permissionsOf(['dispatcher'])),
    ),
  )

describe('the worklist', () => {
  it('walks all open appeals once, the most urgent first, page after page', async () => {
    for (let count = 0; count < 60; count += 1) {
      shymkent.clock.move(new Date(Date.UTC(2026, 9, 1 + (count % 20), 5, 0, 0)))
      await fileAppeal(shymkent)
    }
    shymkent.clock.move(new Date('2026-11-23T04:00:00Z'))
    const seen: { id: string; dueOn: string }[] = []
    let after: string | undefined
    do {
      const page: Awaited<ReturnType<typeof listAppeals>> = await openOf(shymkent, after)
      expect(page.items.length).toBeLessThanOrEqual(50)
      seen.push(...page.items)
      after = page.next
    } while (after)
    const [row] = await product.database.rows<{ count: string }>(
      `select count(*) from t_shymkent.appeal where closed_at is null`,
    )
    expect(seen).toHaveLength(Number(row?.count))
    expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length)
    expect(seen.map((item) => item.dueOn)).toEqual(seen.map((item) => item.dueOn).toSorted())
  })

  it('begins at the start with a cursor that is none', async () => {
    const page = await openOf(shymkent, `'; drop table appeal; --`)
    expect(page.items).toHaveLength(50)
  })
})

describe('parts of one appeal', () => {
  it('wait in each body’s own list for those whose turn it is', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await submitPart(almaty, id, transport)
    const todo = (who: Parameters<TestRegion['as']>[0]) =>
      almaty.as(who, async (ctx) =>
        (await listAppeals(ctx, await askerOf(ctx), { view: 'todo' })).items.map((row) => row.id),
      )
    expect(await todo(almaty.heads[transport])).toContain(id)
    expect(await todo(almaty.clerks[transport])).not.toContain(id)
    expect(await todo(almaty.clerks[housing])).toContain(id)
    await contestPart(almaty, id, housing, idOf('roads'))
    expect(await todo(almaty.clerks[housing])).not.toContain(id)
    expect(await todo(almaty.heads[transport]), 'another body’s dispute stops nobody').toContain(id)
    expect(await todo(almaty.dispatcher)).toContain(id)
  })
})

describe('assigning several at once', () => {
  it('takes those that nobody has yet, and leaves the others to who was faster', async () => {
    const taken = await fileAndAssign(almaty, {}, 'housing-utilities')
    const ids = [await fileAppeal(almaty), taken, await fileAppeal(almaty)]
    const agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
    const assigned = await almaty.as(almaty.dispatcher, (ctx) => assignSelected(ctx, { appeal: ids, agencyId }))
    expect(assigned).toBe(2)
    const agencies = await Promise.all(ids.map(async (id) => (await appealOf(id)).agencyIds))
    expect(agencies).toEqual([[agencyId], [almaty.clerks['housing-utilities'].agencyId], [agencyId]])
  })

  it('is a dispatcher’s, and knows no appeal of another region', async () => {
    const agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
    const clerk = almaty.clerks['housing-utilities']
    const own = await fileAndAssign(almaty, {}, 'housing-utilities')
    const foreign = await fileAppeal(shymkent)
    const asked = (person: typeof clerk, id: string) =>
      almaty.as(person, (ctx) => assignSelected(ctx, { appeal: [id], agencyId }))
    expect(await asked(clerk, own), 'a clerk sees only what is assigned already').toBe(0)
    await expect(asked(almaty.dispatcher, foreign)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await appealOf(own)).toMatchObject({ version: 2 })
  })
})

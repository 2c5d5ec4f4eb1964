import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { changeView } from './change-view.server.ts'
import { removeView } from './remove-view.server.ts'
import { saveView } from './save-view.server.ts'
import { listViews } from './saved-views.queries.server.ts'
import { askerOf } from './worklist.queries.server.ts'
import { SaveView } from './worklists.schema.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const list = 'view=open&state=assigned&sort=due&columns=matter+due&q=%D0%A1%D1%8B%D0%BD%D0%B0%D2%9B%D0%BE%D0%B2%D0%B0'
const clerk = () => almaty.clerks['passenger-transport']
const save = (who: StaffPrincipal, name: string, more: Readonly<Record<string, string>> = {}, region = almaty) =>
  region.as(who, (ctx) => saveView(ctx, SaveView.parse({ name, list, ...more })))
const viewsOf = (who: StaffPrincipal, region = almaty) =>
  region.as(who, async (ctx) => listViews(ctx, await askerOf(ctx)))

describe('a saved view', () => {
  it('keeps filters, order and columns, and never the search, which could name somebody', async () => {
    await save(clerk(), 'Менікі')
    expect(await viewsOf(clerk())).toMatchObject([
      {
        name: 'Менікі',
        shared: false,
        changeable: true,
        address: 'view=open&state=assigned&sort=due&columns=matter+due',
      },
    ])
    const kept = await product.database.rows(`select row_to_json(j)::text as row from t_almaty.journal j`)
    expect(JSON.stringify(kept)).not.toContain('Менікі')
  })

  it('is the asker’s own, but for one that a dispatcher shares with the region', async () => {
    const own = await save(almaty.dispatcher, 'Тек өзіме')
    const shared = await save(almaty.dispatcher, 'Бәріне', { shared: 'yes' })
    const seen = await viewsOf(clerk())
    expect(seen.find(({ id }) => id === shared)).toMatchObject({ shared: true, changeable: false })
    expect(seen.map(({ id }) => id)).not.toContain(own)
    expect((await viewsOf(almaty.admin)).find(({ id }) => id === shared)).toMatchObject({ changeable: true })
    expect(await viewsOf(shymkent.dispatcher, shymkent)).toEqual([])
    await expect(save(clerk(), 'Бәріне де', { shared: 'yes' })).rejects.toMatchObject({ name: 'ForbiddenError' })
    const stranger = (id: string) => almaty.as(clerk(), (ctx) => removeView(ctx, { saved: id, version: 1 }))
    await expect(stranger(own)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(stranger(shared)).rejects.toMatchObject({ name: 'ForbiddenError' })
    await expect(
      shymkent.as(shymkent.dispatcher, (ctx) => removeView(ctx, { saved: shared, version: 1 })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('is one however often the same page is sent, and its name is nobody else’s', async () => {
    const [first, again] = await Promise.all(
      [save(clerk(), 'Екі рет'), save(clerk(), 'Екі рет')].map((one) => one.catch(() => undefined)),
    )
    expect(await save(clerk(), 'Екі рет')).toBe(first ?? again)
    await expect(save(clerk(), 'Екі рет', { list: 'view=closed' })).rejects.toMatchObject({
      fields: { name: 'worklists:error.nameTaken' },
    })
    await expect(save(almaty.dispatcher, 'Екі рет'), 'a colleague has names of their own').resolves.toBeTypeOf('string')
  })

  it('is changed by who was faster, and a stale form removes nothing', async () => {
    const saved = await save(clerk(), 'Өзгереді')
    const change = (name: string) =>
      almaty.as(clerk(), (ctx) => changeView(ctx, { saved, version: 1, name, list: 'view=closed' }))
    await change('Өзгерді')
    await expect(change('Тағы')).rejects.toMatchObject({ reason: { key: 'worklists:error.viewChanged' } })
    const remove = (version: number) => almaty.as(clerk(), (ctx) => removeView(ctx, { saved, version }))
    await expect(remove(1)).rejects.toMatchObject({ reason: { key: 'worklists:error.viewChanged' } })
    expect((await viewsOf(clerk())).find(({ id }) => id === saved)).toMatchObject({
      name: 'Өзгерді',
      address: 'view=closed',
    })
    await remove(2)
    expect((await viewsOf(clerk())).map(({ id }) => id)).not.toContain(saved)
  })
})

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { permissionsOf } from '#app/core/access/permissions.ts'
import { fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { assignSelected } from './assign-selected.server.ts'
import { getWorklist, pageOf } from './worklist-page.queries.server.ts'
import { newsOf } from './news.queries.server.ts'
import { sortings, worklistQuery } from './worklist.ts'
import { askerOf } from './worklist.queries.server.ts'

let product: TestProduct
let almaty: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
})
afterAll(() => product?.close())

const listOf = (address: string, who = almaty.dispatcher) =>
  almaty.as(who, (ctx) => getWorklist(ctx, new URLSearchParams(address)))
const idsOf = async (address: string, who = almaty.dispatcher) => (await listOf(address, who)).items.map(({ id }) => id)

/** Files an appeal at another moment. */
async function fileAt(moment: string, changes: Readonly<Record<string, string>> = {}): Promise<string> {
  almaty.clock.move(new Date(moment))
  return fileAppeal(almaty, changes).finally(() => almaty.clock.move(mondayMorning))
}

describe('a list', () => {
  it('is narrowed by what an appeal is in law, and by when it is due', async () => {
    const early = await fileAt('2026-11-09T05:00:00Z')
    const late = await fileAt('2026-11-20T05:00:00Z', { intent: 'complaint' })
    expect(await idsOf('view=open&kind=complaint')).toEqual([late])
    // Fifteen working days after the 9th of November end on the 30th, a week from today.
    expect(await idsOf('view=open&days=7')).toEqual([early])
    expect(await idsOf('view=open&days=6')).toEqual([])
    expect(await idsOf('view=closed&days=30'), 'what is closed is due no more').toEqual([])
    expect(await idsOf('view=all&days=60'), 'as it falls due').toEqual([early, late])
  })

  it('is narrowed by the part of the region in which it happened, else by where the person lives', async () => {
    const there = await fileAppeal(almaty, { placeAddress: 'Шаңырақ-2 ықшам ауданы, 5', address: 'Медеу ауданы, 1' })
    const home = await fileAppeal(almaty, { address: 'Алматы, Медеуский район, ул. Примерная, 3' })
    const street = await fileAppeal(almaty, { address: 'Алматы қаласы, Медеу ауданы, Алатау көшесі, 7' })
    const either = await fileAppeal(almaty, { address: 'Самал мен Шаңырақ арасы' })
    const nowhere = await fileAppeal(almaty, { address: 'Абай даңғылы, 10' })
    const idOf = async (slug: string) =>
      (await product.database.rows<{ id: string }>('select id from t_almaty.district where slug = $1', [slug]))[0]?.id
    const inDistrict = async (slug: string) => idsOf(`view=open&district=${await idOf(slug)}`)
    expect(await inDistrict('alatau')).toEqual([there])
    expect(await inDistrict('medeu')).toEqual([home, street])
    const all = await listOf('view=open')
    expect(all.districts.map(({ name }) => name)).toContain('Медеу ауданы')
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([either, nowhere]))
  })

  it('of one status is walked once, the newest first, page after page', async () => {
    const mine = [
      await fileAppeal(almaty),
      await fileAndAssign(almaty),
      await fileAppeal(almaty),
      await fileAppeal(almaty),
    ]
    const seen = await almaty.as(almaty.dispatcher, async (ctx) => {
      const asker = await askerOf(ctx)
      const ids: string[] = []
      for (let after: string | undefined = '', pages = 0; after !== undefined && pages < 100; pages += 1) {
        const query = worklistQuery(
          new URLSearchParams({ view: 'all', state: 'registered', after }),
          permissionsOf(['dispatcher']),
        )
        const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(ctx, asker, query, 2)
        ids.push(...(page?.items ?? []).map(({ id }) => id))
        after = page?.next
      }
      return ids
    })
    const rows = await product.database.rows<{ id: string }>(
      `select id from t_almaty.appeal where status = 'registered' order by id desc`,
    )
    expect(seen).toEqual(rows.map(({ id }) => id))
    expect(seen).not.toContain(mine[1])
  })

  it('shows what somebody had a hand in, and nothing of a colleague’s', async () => {
    const id = await fileAndAssign(almaty)
    const other = await almaty.hire('other', 'Басқа Диспетчер', ['dispatcher'])
    expect(await idsOf('view=all&mine=yes')).toContain(id)
    expect(await idsOf('view=all&mine=yes', other)).toEqual([])
  })

  it.each(sortings.flatMap((by) => [by, `-${by}`]))('in the order %s is walked once, page after page', async (sort) => {
    for (const day of ['10', '12', '12', '18']) await fileAt(`2026-11-${day}T05:00:00Z`)
    const all = await almaty.as(almaty.dispatcher, async (ctx) => {
      const asker = await askerOf(ctx)
      const seen: { id: string; number: string; dueOn: string; receivedAt: Date }[] = []
      for (let after: string | undefined = '', pages = 0; after !== undefined && pages < 100; pages += 1) {
        const query = worklistQuery(new URLSearchParams({ view: 'all', sort, after }), permissionsOf(['dispatcher']))
        const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(ctx, asker, query, 3)
        seen.push(...(page?.items ?? []))
        after = page?.next
      }
      return seen
    })
    const [row] = await product.database.rows<{ n: number }>(`select count(*)::int as n from t_almaty.appeal`)
    expect(new Set(all.map(({ id }) => id)).size).toBe(row?.n)
    expect(all).toHaveLength(row?.n ?? 0)
    const keys = all.map((item) =>
      sort.endsWith('due') ? item.dueOn : sort.endsWith('number') ? item.number : item.receivedAt.toISOString(),
    )
    const up = keys.toSorted()
    expect(keys).toEqual(sort.startsWith('-') ? up.toReversed() : up)
  })

  it('asks to be narrowed where it would take too long, and the rest of the page is there', async () => {
    const slow = await almaty.as(almaty.dispatcher, (ctx) =>
      getWorklist(
        // As if the database took longer than it may: its own word for it.
        { ...ctx, brief: () => Promise.reject(Object.assign(new Error('canceling statement'), { code: '57014' })) },
        new URLSearchParams('view=all&language=kk&kind=report'),
      ),
    )
    expect(slow).toMatchObject({ tooWide: true, items: [], next: undefined })
    expect(slow.counts.open).toBeGreaterThan(0)
    await expect(
      almaty.as(almaty.dispatcher, (ctx) =>
        getWorklist(
          { ...ctx, brief: () => Promise.reject(new Error('another failure')) },
          new URLSearchParams('view=all&language=kk&kind=report'),
        ),
      ),
    ).rejects.toThrow('another failure')
  })
})

describe('what is new in a list that is looked at', () => {
  it('is counted by rows that came, changed or went', async () => {
    const first = await fileAppeal(almaty)
    const list = 'view=todo&sort=-received'
    const shown = async () => (await listOf(list)).items.map(({ id, version }) => `${id}.${version}`)
    const before = await shown()
    const news = (rows: readonly string[]) =>
      almaty.as(almaty.dispatcher, async (ctx) => (await newsOf(ctx, { list, shown: [...rows] })).text)
    expect(await news(before)).toBe('')
    await fileAppeal(almaty)
    const agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
    await almaty.as(almaty.dispatcher, (ctx) => assignSelected(ctx, { appeal: [first], agencyId }))
    const said = await news(before)
    expect(said).toMatch(/(^|\D)[23](\D|$)/)
    expect(await news(await shown())).toBe('')
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { bringRowBack, moveRow, retireRow } from './core/changes/ordered.server.ts'
import type { TenantContext } from './core/context.ts'
import { addCategory } from './features/categories/add-category.server.ts'
import { AddCategory, ChangeCategory } from './features/categories/categories.schema.ts'
import { categoryRows } from './features/categories/category-rows.server.ts'
import { changeCategory } from './features/categories/change-category.server.ts'
import { listHistory } from './features/changes/history.queries.server.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { addDesk } from './features/halls/add-desk.server.ts'
import { addHall } from './features/halls/add-hall.server.ts'
import { changeHall } from './features/halls/change-hall.server.ts'
import { deskRows, hallRows } from './features/halls/hall-rows.server.ts'
import { AddDesk, AddHall, ChangeHall } from './features/halls/halls.schema.ts'
import { retireHall } from './features/halls/retire-hall.server.ts'

let product: TestProduct
let almaty: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
})
afterAll(() => product?.close())

const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(almaty.admin, work)
const key = () => crypto.randomUUID()
const undo = (id: string) => asAdmin((ctx) => undoChange(ctx, id, { submissionKey: key() }))

/** Everything a change may touch, but for what grows with every change. */
async function everything(): Promise<unknown> {
  const tables = ['agency', 'agency_name', 'category', 'hall', 'desk']
  const rows = await Promise.all(
    tables.map((table) =>
      product.database.rows(`select to_jsonb(x) - 'version' as row from t_almaty.${table} x order by id`),
    ),
  )
  return rows
}

const words = fc.stringMatching(/^[а-я]{3,12}$/).filter((word) => word.trim().length > 2)
const step = fc.record({
  what: fc.constantFrom(
    ...([
      'addHall',
      'changeHall',
      'retireHall',
      'bringHallBack',
      'moveHall',
      'addDesk',
      'moveDesk',
      'retireDesk',
    ] as const),
    ...(['addCategory', 'changeCategory', 'retireCategory', 'moveCategory'] as const),
  ),
  at: fc.nat(1000),
  name: words,
  direction: fc.constantFrom('up' as const, 'down' as const),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const hallFields = (name: string) => ({
  submissionKey: key(),
  nameKk: name,
  nameRu: name,
  nameEn: name,
  addressKk: `Абай, ${name}`,
  addressRu: `Абая, ${name}`,
  addressEn: `Abai, ${name}`,
  day1: '9-18.30',
  day6: '10-14',
})

/** Does one step on whatever row it falls on; the change's id, undefined where nothing changed or the rules say no. */
async function take({ what, at, name, direction }: Step): Promise<string | undefined> {
  const pick = async (table: 'hall' | 'desk' | 'category') => {
    const rows = await product.database.rows<{ id: string; version: number; hall: string }>(
      `select id, version, ${table === 'desk' ? 'hall_id' : 'id'} as hall from t_almaty.${table} order by id`,
    )
    return rows[at % Math.max(rows.length, 1)] ?? { id: 'none', version: 1, hall: 'none' }
  }
  const [hall, desk, category] = await Promise.all([pick('hall'), pick('desk'), pick('category')])
  const agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
  const named = { nameKk: name, nameRu: name, nameEn: name, agencyId, legalKind: 'report' }
  const form = (row: { version: number }) => ({ submissionKey: key(), version: row.version })
  const steps: Record<Step['what'], (ctx: TenantContext) => Promise<string | undefined>> = {
    addHall: (ctx) => addHall(ctx, AddHall.parse(hallFields(name))),
    changeHall: (ctx) => changeHall(ctx, hall.id, ChangeHall.parse({ ...hallFields(name), ...form(hall) })),
    retireHall: (ctx) => retireHall(ctx, hall.id, { ...form(hall), withDesks: 'yes' }),
    bringHallBack: (ctx) => bringRowBack(ctx, hallRows, hall.id, form(hall)),
    moveHall: (ctx) => moveRow(ctx, hallRows, { submissionKey: key(), id: hall.id, direction }),
    addDesk: (ctx) => addDesk(ctx, hall.id, AddDesk.parse({ submissionKey: key(), label: name, agencyId })),
    moveDesk: (ctx) => moveRow(ctx, deskRows, { submissionKey: key(), id: desk.id, direction }),
    retireDesk: (ctx) => retireRow(ctx, deskRows, desk.id, form(desk)),
    addCategory: (ctx) => addCategory(ctx, AddCategory.parse({ submissionKey: key(), ...named })),
    changeCategory: (ctx) => changeCategory(ctx, category.id, ChangeCategory.parse({ ...named, ...form(category) })),
    retireCategory: (ctx) => retireRow(ctx, categoryRows, category.id, form(category)),
    moveCategory: (ctx) => moveRow(ctx, categoryRows, { submissionKey: key(), id: category.id, direction }),
  }
  return asAdmin(steps[what]).catch((error: unknown) => {
    const name = (error as Error).name
    if (['Refusal', 'InvalidInput', 'NotFound'].includes(name)) return undefined
    throw error
  })
}

describe('undoing', () => {
  it('the last change puts every row back exactly, and undoing that brings the change again, after any steps', async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const one of steps) {
          const before = await everything()
          const changed = await take(one)
          const after = await everything()
          const undone = changed && (await undo(changed))
          expect(await everything()).toEqual(before)
          if (undone) await undo(undone)
          tried += undone ? 1 : 0
          expect(await everything()).toEqual(after)
        }
      }),
      { numRuns: 12 },
    )
    // Most steps find a row that lets them.
    expect(tried).toBeGreaterThan(10)
  }, 60_000)

  it('a whole row of steps, the last first, leads back to where it began', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const before = await everything()
        const made: string[] = []
        for (const one of steps) made.push(...[(await take(one)) ?? []].flat())
        for (const id of made.toReversed()) await undo(id)
        expect(await everything()).toEqual(before)
      }),
      { numRuns: 8 },
    )
  }, 60_000)

  it('is refused where a value was changed since, and says which', async () => {
    const named = { submissionKey: key(), nameKk: 'Су', nameRu: 'Вода', nameEn: 'Water', legalKind: 'report' }
    const agencyId = almaty.clerks['housing-utilities'].agencyId ?? ''
    await asAdmin((ctx) => addCategory(ctx, AddCategory.parse({ ...named, agencyId })))
    const [row] = await product.database.rows<{ id: string }>(`select id from t_almaty.category where slug = 'water'`)
    const id = row?.id ?? ''
    const change = (nameRu: string, version: number) =>
      asAdmin((ctx) =>
        changeCategory(ctx, id, ChangeCategory.parse({ ...named, agencyId, nameRu, version, submissionKey: key() })),
      )
    const first = await change('Водопровод', 1)
    await change('Водоснабжение', 2)
    await expect(undo(first ?? '')).rejects.toMatchObject({
      name: 'Refusal',
      reason: { key: 'changes:error.changedSince', values: { fields: expect.stringContaining('орысша') } },
    })
    const [now] = await product.database.rows(`select name_ru, version from t_almaty.category where id = $1`, [id])
    expect(now).toEqual({ name_ru: 'Водоснабжение', version: 3 })
  })

  it('happens once, however often it is asked for', async () => {
    const changed = await asAdmin((ctx) => addHall(ctx, AddHall.parse(hallFields('уақытша'))))
    const input = { submissionKey: key() }
    const twice = await Promise.all([1, 2].map(() => asAdmin((ctx) => undoChange(ctx, changed ?? '', input))))
    expect(twice[0]).toBe(twice[1])
    await expect(undo(changed ?? '')).rejects.toMatchObject({ reason: { key: 'changes:error.undoneAlready' } })
  })

  it('is refused for an added thing that others have come to name', async () => {
    const changed = await asAdmin((ctx) => addHall(ctx, AddHall.parse(hallFields('named'))))
    const [hall] = await product.database.rows<{ id: string }>(`select id from t_almaty.hall where slug = 'named'`)
    const agencyId = almaty.clerks['housing-utilities'].agencyId ?? ''
    const desk = AddDesk.parse({ submissionKey: key(), label: '1', agencyId })
    await asAdmin((ctx) => addDesk(ctx, hall?.id ?? '', desk))
    await expect(undo(changed ?? '')).rejects.toMatchObject({ reason: { key: 'common:change.inUse' } })
  })

  it('is the administrator’s own region’s alone', async () => {
    const changed = (await asAdmin((ctx) => addHall(ctx, AddHall.parse(hallFields('бөгде'))))) ?? ''
    const { shymkent } = product
    const asked = (region: TestRegion, who: TestRegion['admin']) =>
      region.as(who, (ctx) => undoChange(ctx, changed, { submissionKey: key() }))
    await expect(asked(almaty, almaty.dispatcher)).rejects.toMatchObject({ name: 'ForbiddenError' })
    await expect(asked(shymkent, shymkent.admin)).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('a change', () => {
  it('sent twice at once is made once', async () => {
    const input = AddHall.parse(hallFields('егіз'))
    const ids = await Promise.all([1, 2, 3].map(() => asAdmin((ctx) => addHall(ctx, input))))
    expect(new Set(ids).size).toBe(1)
    const halls = await product.database.rows(`select 1 from t_almaty.hall where name_kk = 'егіз'`)
    expect(halls).toHaveLength(1)
  })

  it('is told by the history with who and which fields, and the journal holds no value of it', async () => {
    await asAdmin((ctx) => addHall(ctx, AddHall.parse(hallFields('құпияатау'))))
    const [hall] = await product.database.rows<{ id: string }>(
      `select id from t_almaty.hall where name_kk = 'құпияатау'`,
    )
    const id = hall?.id ?? ''
    const input = ChangeHall.parse({ ...hallFields('құпияатау'), version: 1, day7: '9-12' })
    await asAdmin((ctx) => changeHall(ctx, id, input))
    const history = await asAdmin((ctx) => listHistory(ctx, id))
    expect(history.map(({ verb, who, fields, undo }) => ({ verb, who, fields, open: undo !== undefined }))).toEqual([
      { verb: 'changed', who: 'Дәурен Сынақов', fields: ['opening'], open: true },
      { verb: 'added', who: 'Дәурен Сынақов', fields: expect.arrayContaining(['nameKk', 'opening']), open: true },
    ])
    const told = await product.database.rows(
      `select j::text || o::text as told from t_almaty.journal j join t_almaty.outbox o on o.id = j.id where j.subject_id = $1`,
      [id],
    )
    expect(told).toHaveLength(2)
    expect(JSON.stringify(told)).not.toContain('құпияатау')
  })

  it('from an older page is refused, and nothing is written', async () => {
    const [hall] = await product.database.rows<{ id: string; version: number; name_kk: string }>(
      `select id, version, name_kk from t_almaty.hall order by id limit 1`,
    )
    const id = hall?.id ?? ''
    const version = hall?.version ?? 0
    const change = (name: string) =>
      asAdmin((ctx) => changeHall(ctx, id, ChangeHall.parse({ ...hallFields(name), version })))
    const results = await Promise.allSettled([change('бірінші'), change('екінші')])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused).toMatchObject({ reason: { reason: { key: 'common:change.stale' } } })
  })

  it('that changes nothing is none', async () => {
    const [hall] = await product.database.rows<{ id: string; version: number }>(
      `select id, version from t_almaty.hall order by id desc limit 1`,
    )
    const form = () => ({ submissionKey: key(), version: hall?.version ?? 0 })
    await expect(asAdmin((ctx) => bringRowBack(ctx, hallRows, hall?.id ?? '', form()))).resolves.toBeUndefined()
    const kept = await product.database.rows(`select 1 from t_almaty.admin_change where subject_id = ''`)
    expect(kept).toEqual([])
  })
})

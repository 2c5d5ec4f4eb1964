import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAndAssign } from '#infra/testing/appeals.ts'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { TenantContext } from '#app/core/context.ts'
import { retireRow } from '#app/core/changes/ordered.server.ts'
import { addTemplate } from './add-template.server.ts'
import { changeTemplate } from './change-template.server.ts'
import { below, fillTemplate } from './fill-template.server.ts'
import { templateRows } from './template-rows.server.ts'
import { AddTemplate } from './templates.schema.ts'
import { getAdminTemplate, listAdminTemplates, listTemplates } from './templates.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const clerk = () => almaty.clerks['passenger-transport']
const formOf = (changes: Readonly<Record<string, string>> = {}) =>
  AddTemplate.parse({
    submissionKey: crypto.randomUUID(),
    language: 'kk',
    name: 'Үлгі',
    text: 'Нөмірі: {{number}}. Тіркелген күні: {{registeredOn}}. Орган: {{agency}}. Шаралар: {{measures}}.',
    ...changes,
  })

async function add(changes: Readonly<Record<string, string>> = {}, region = almaty): Promise<string> {
  await region.as(region.admin, (ctx) => addTemplate(ctx, formOf(changes)))
  const [row] = await product.database.rows<{ id: string }>(
    `select id from t_${region.tenant.slug}.answer_template order by id desc limit 1`,
  )
  return row?.id ?? ''
}

describe('a template', () => {
  it('is refused with the piece that is wrong', async () => {
    const tries = [
      ['{{agency}}-ға жіберілді', 'glued', '{{agency}}-ға'],
      ['Қала: {{city}}', 'unknown', '{{city}}'],
      ['Орган: {{agency', 'broken', 'Орган: {{agency'],
    ] as const
    for (const [text, kind, at] of tries)
      await expect(almaty.as(almaty.admin, (ctx) => addTemplate(ctx, formOf({ text })))).rejects.toMatchObject({
        fields: { text: { key: `templates:error.${kind}`, values: { at } } },
      })
  })

  it('is filled in with what the appeal says, in its language, and keeps what it does not say', async () => {
    const templateId = await add()
    const id = await fileAndAssign(almaty)
    const words = await almaty.as(clerk(), (ctx) => fillTemplate(ctx, id, templateId))
    const [row] = await product.database.rows<{ number: string }>(`select number from t_almaty.appeal where id = $1`, [
      id,
    ])
    expect(words).toBe(
      `Нөмірі: ${row?.number}. Тіркелген күні: 2026 жылғы 23 қараша. Орган: Жол қозғалысы және жолаушылар көлігін ұйымдастыру басқармасы. Шаралар: {{measures}}.`,
    )
    expect(below('Сәлеметсіз бе!\n', words)).toBe(`Сәлеметсіз бе!\n\n${words}`)
    expect(below('', words)).toBe(words)
  })

  it('is offered for the appeal’s language and category, its own first, until it is retired', async () => {
    const [category] = await product.database.rows<{ id: string }>(
      `select id from t_almaty.category where slug = 'heating'`,
    )
    const categoryId = category?.id ?? ''
    const own = await add({ categoryId, name: 'Жылу' })
    const general = await add({ name: 'Жалпы' })
    const foreign = await add({ language: 'ru', name: 'Общий' })
    const offered = (appeal: Parameters<typeof listTemplates>[1]) =>
      almaty.as(clerk(), async (ctx) => (await listTemplates(ctx, appeal)).map(({ id }) => id))
    const here = await offered({ language: 'kk', categoryId })
    expect(here).toEqual(expect.arrayContaining([own, general]))
    expect(here.indexOf(own)).toBeLessThan(here.indexOf(general))
    expect(here).not.toContain(foreign)
    expect(await offered({ language: 'kk', categoryId: '' })).not.toContain(own)
    await almaty.as(almaty.admin, (ctx) =>
      retireRow(ctx, templateRows, general, { submissionKey: crypto.randomUUID(), version: 1 }),
    )
    expect(await offered({ language: 'kk', categoryId })).not.toContain(general)
    const id = await fileAndAssign(almaty)
    for (const gone of [general, foreign, 'none'])
      await expect(almaty.as(clerk(), (ctx) => fillTemplate(ctx, id, gone))).rejects.toMatchObject({
        name: 'NotFound',
      })
  })

  it('comes with the region, in Kazakh and in Russian', async () => {
    const { rows } = product.database
    const starters = await rows(
      `select language, count(*)::int as count from t_shymkent.answer_template group by 1 order by 1`,
    )
    expect(starters).toEqual([
      { language: 'kk', count: 5 },
      { language: 'ru', count: 5 },
    ])
  })

  it('is configured by the administrator alone, and of its own region alone', async () => {
    const id = await add()
    const list = (ctx: TenantContext) => listAdminTemplates(ctx, { search: '', show: 'inUse' })
    for (const who of [clerk(), almaty.dispatcher, anyone]) {
      await expect(almaty.as(who, list)).rejects.toMatchObject({ name: 'ForbiddenError' })
      await expect(almaty.as(who, (ctx) => addTemplate(ctx, formOf()))).rejects.toMatchObject({
        name: 'ForbiddenError',
      })
    }
    const change = { ...formOf({ name: 'Бөтен' }), version: 1 }
    const elsewhere = { name: 'NotFound' }
    await expect(shymkent.as(shymkent.admin, (ctx) => getAdminTemplate(ctx, id))).rejects.toMatchObject(elsewhere)
    await expect(shymkent.as(shymkent.admin, (ctx) => changeTemplate(ctx, id, change))).rejects.toMatchObject(elsewhere)
    await almaty.as(almaty.admin, (ctx) => changeTemplate(ctx, id, change))
    expect(await almaty.as(almaty.admin, (ctx) => getAdminTemplate(ctx, id))).toMatchObject({
      name: 'Бөтен',
      version: 2,
    })
  })
})

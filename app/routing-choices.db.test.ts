import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { AssignAppeal, ClassifyAppeal, ForwardAppeal } from './features/appeals/appeals.schema.ts'
import { assignAppeal } from './features/appeals/assign-appeal.server.ts'
import { classifyAppeal } from './features/appeals/classify-appeal.server.ts'
import { redirectShare } from './features/appeals/decide-contest.server.ts'
import { forwardAppeal } from './features/appeals/forward-appeal.server.ts'
import { splitAppeal } from './features/appeals/split-appeal.server.ts'
import { getRoutingCounts } from './features/routing/counts.queries.server.ts'
import { suggestRouting } from './features/routing/suggest.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const rows = (sql: string) => product.database.rows<Record<string, unknown>>(sql)
const agencyOf = async (slug: string) =>
  (await product.database.rows<{ id: string }>('select id from t_almaty.agency where slug = $1', [slug]))[0]?.id ?? ''
const byDispatcher = <T>(work: Parameters<typeof almaty.as<T>>[1]) => almaty.as(almaty.dispatcher, work)
const suggested = (id: string) => byDispatcher((ctx) => suggestRouting(ctx, id))
const choicesOf = (appealId: string) =>
  rows(`select about, source, outcome from t_almaty.routing_choice where appeal_id = '${appealId}' order by id`)

/** Filed under heating, which the department of utilities usually answers. */
const cold = { category: 'heating', text: 'Үйде суық болып тұр' }

describe('what a dispatcher makes of a suggestion', () => {
  it('is kept as confirmed or overridden, with the command and nowhere else', async () => {
    const [confirmed, overridden] = [await fileAppeal(almaty, cold), await fileAppeal(almaty, cold)]
    const housing = await agencyOf('housing-utilities')
    for (const [id, agencyId] of [
      [confirmed, housing],
      [overridden, await agencyOf('roads')],
    ] as const) {
      const agency = (await suggested(id))?.agency
      expect(agency).toMatchObject({ id: housing, reason: { source: 'category' } })
      const form = AssignAppeal.parse({ version: '1', agencyId, suggested: agency?.sealed })
      await byDispatcher((ctx) => assignAppeal(ctx, id, form))
      // Somebody has it now: nothing is suggested any more.
      expect(await suggested(id)).toBeUndefined()
    }
    expect(await choicesOf(confirmed)).toEqual([{ about: 'agency', source: 'category', outcome: 'confirmed' }])
    expect(await choicesOf(overridden)).toEqual([{ about: 'agency', source: 'category', outcome: 'overridden' }])
    const events = await rows(
      `select event, facts from t_almaty.journal where event like 'routingSuggestion.%' order by id`,
    )
    expect(events).toEqual([
      { event: 'routingSuggestion.confirmed', facts: { about: 'agency', source: 'category' } },
      { event: 'routingSuggestion.overridden', facts: { about: 'agency', source: 'category' } },
    ])
    const { counts } = await almaty.as(almaty.admin, (ctx) => getRoutingCounts(ctx))
    expect(counts).toEqual([expect.objectContaining({ shown: 2, confirmed: 1, overridden: 1, source: 'category' })])
    expect((await shymkent.as(shymkent.admin, (ctx) => getRoutingCounts(ctx))).counts).toEqual([])
    await expect(byDispatcher((ctx) => getRoutingCounts(ctx))).rejects.toMatchObject({ name: 'ForbiddenError' })
  })

  it('is not kept where the command is refused, nor for what was suggested of another appeal or by nobody', async () => {
    const [id, other] = [await fileAppeal(almaty, cold), await fileAppeal(almaty, cold)]
    const sealed = (await suggested(id))?.agency?.sealed
    const agencyId = await agencyOf('housing-utilities')
    const stale = AssignAppeal.parse({ version: '7', agencyId, suggested: sealed })
    await expect(byDispatcher((ctx) => assignAppeal(ctx, id, stale))).rejects.toMatchObject({ name: 'Refusal' })
    const strange = AssignAppeal.parse({ version: '1', agencyId, suggested: sealed })
    await byDispatcher((ctx) => assignAppeal(ctx, other, strange))
    const forged = AssignAppeal.parse({ version: '1', agencyId, suggested: 'AAAA' })
    await byDispatcher((ctx) => assignAppeal(ctx, id, forged))
    expect([...(await choicesOf(id)), ...(await choicesOf(other))]).toEqual([])
  })

  it('counts for a category when it is classified, and for a body when it is forwarded or is one of several', async () => {
    const text = 'Подъезде газ исі шығып тұр'
    const police = await agencyOf('police')
    const [id, parted] = [await fileAppeal(almaty, { text }), await fileAppeal(almaty, { text })]
    const found = await suggested(id)
    expect(found?.agency).toMatchObject({ id: await agencyOf('emergency'), reason: { source: 'rule', number: 1 } })
    const classify = { version: '1', legalKind: 'report', categoryId: found?.category?.id ?? '' }
    const asked = ClassifyAppeal.parse({ ...classify, suggested: found?.category?.sealed })
    await byDispatcher((ctx) => classifyAppeal(ctx, id, asked))
    const forward = ForwardAppeal.parse({ version: '2', forwardTo: police, suggested: found?.agency?.sealed })
    await byDispatcher((ctx) => forwardAppeal(ctx, id, forward))
    expect(await choicesOf(id)).toEqual([
      { about: 'category', source: 'rule', outcome: 'confirmed' },
      { about: 'agency', source: 'rule', outcome: 'overridden' },
    ])
    const parts = [{ agencyId: await agencyOf('emergency'), part: 'Газ иісі' }]
    const lead = await agencyOf('housing-utilities')
    const sealed = (await suggested(parted))?.agency?.sealed
    await byDispatcher((ctx) => splitAppeal(ctx, parted, { version: 1, lead, parts, files: [], suggested: sealed }))
    expect(await choicesOf(parted)).toEqual([{ about: 'agency', source: 'rule', outcome: 'confirmed' }])
  })
})

describe('bodies that said "not ours"', () => {
  it('are passed over for the one that took such appeals, once it did twice', async () => {
    const dumped = { category: 'illegal-dump', text: 'Жыраға қоқыс төгілген' }
    const [usual, taker] = [await agencyOf('natural-resources'), await agencyOf('district-akimat')]
    const suggestedFor = async () => (await suggested(await fileAppeal(almaty, dumped)))?.agency
    const goWrong = async () => {
      const id = await fileAndAssign(almaty, dumped, 'housing-utilities')
      const [share] = await rows(`select id from t_almaty.assignment where appeal_id = '${id}'`)
      const form = { version: 2, assignmentId: String(share?.id), toAgency: taker, why: 'Аудан әкімдігі жинайды' }
      await byDispatcher((ctx) => redirectShare(ctx, id, form))
    }
    await goWrong()
    expect(await suggestedFor()).toMatchObject({ id: usual, reason: { source: 'category' } })
    await goWrong()
    expect(await suggestedFor()).toMatchObject({ id: taker, reason: { source: 'ledger', times: 2 } })
  })
})

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { knowing, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { forwardedLetter } from './share-mails.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { assignAppeal } from './assign-appeal.server.ts'
import { classifyAppeal } from './classify-appeal.server.ts'
import { getDeskAppeal } from './desk-appeal.queries.server.ts'
import { forwardAppeal } from './forward-appeal.server.ts'
import { signAnswer } from './sign-answer.server.ts'
import { submitAnswer } from './submit-answer.server.ts'
import { getTrackedAppeal } from './tracked-appeal.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let police: string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  const [row] = await product.database.rows<{ id: string }>(`select id from t_almaty.agency where slug = 'police'`)
  police = row?.id ?? ''
})
afterAll(() => product?.close())

const appealOf = (id: string) => almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))
const categoryId = async (slug: string) => {
  const [row] = await product.database.rows<{ id: string }>(`select id from t_almaty.category where slug = $1`, [slug])
  return row?.id ?? ''
}
const factsOf = async (id: string, event: string) => {
  const [row] = await product.database.rows<{ facts: unknown }>(
    `select facts from t_almaty.journal where subject_id = $1 and event = $2`,
    [id, event],
  )
  return row?.facts
}

/** Does `work` at another moment. */
async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  almaty.clock.move(new Date(moment))
  return work().finally(() => almaty.clock.move(mondayMorning))
}

describe('classifying', () => {
  it('gives the term of the new kind from the day of registration, to the agency too, and journals both dates', async () => {
    const id = await fileAndAssign(almaty)
    const category = await categoryId('timetable-breach')
    await almaty.as(almaty.dispatcher, (ctx) =>
      classifyAppeal(ctx, id, { version: 2, legalKind: 'complaint', categoryId: category }),
    )
    expect(await appealOf(id)).toMatchObject({ legalKind: 'complaint', categoryId: category, dueOn: '2026-12-22' })
    const shown = await almaty.as(almaty.clerks['passenger-transport'], (ctx) => getDeskAppeal(ctx, id))
    expect(shown.shares).toMatchObject([{ kind: 'assigned', dueOn: '22.12.2026' }])
    expect(shown.timeline.find(({ event }) => event === 'classified')).toMatchObject({
      due: { from: '14.12.2026', to: '22.12.2026' },
      by: almaty.dispatcher.name,
    })
    expect(await factsOf(id, 'appeal.classified')).toEqual({
      legalKind: 'complaint',
      category: 'timetable-breach',
      dueOn: '2026-12-22',
      formerDueOn: '2026-12-14',
    })
  })

  it('counts from the day of forwarding where the appeal was forwarded', async () => {
    const id = await fileAppeal(almaty)
    await at('2026-11-25T05:00:00Z', () =>
      almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: police })),
    )
    await almaty.as(almaty.dispatcher, (ctx) =>
      classifyAppeal(ctx, id, { version: 2, legalKind: 'complaint', categoryId: null }),
    )
    // Twenty working days after the 25th of November; 16 December is a holiday.
    expect(await appealOf(id)).toMatchObject({ dueOn: '2026-12-24' })
  })

  it('is a dispatcher’s, of a category of this region', async () => {
    const id = await fileAndAssign(almaty)
    const input = { version: 2, legalKind: 'report', categoryId: null } as const
    await expect(
      almaty.as(almaty.clerks['passenger-transport'], (ctx) => classifyAppeal(ctx, id, input)),
    ).rejects.toMatchObject({ name: 'ForbiddenError' })
    const [foreign] = await product.database.rows<{ id: string }>(`select id from t_shymkent.category limit 1`)
    await expect(
      almaty.as(almaty.dispatcher, (ctx) => classifyAppeal(ctx, id, { ...input, categoryId: foreign?.id ?? '' })),
    ).rejects.toMatchObject({ name: 'NotFound' })
    await expect(shymkent.as(shymkent.dispatcher, (ctx) => classifyAppeal(ctx, id, input))).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})

describe('forwarding', () => {
  it('gives a body that cannot be ordered a clock of its own, and tells the person which body it is', async () => {
    const id = await fileAppeal(almaty, { language: 'ru' })
    await at('2026-11-25T05:00:00Z', () =>
      almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: police })),
    )
    const appeal = await appealOf(id)
    // Fifteen working days after Wednesday the 25th; 16 December is a holiday.
    expect(appeal).toMatchObject({ status: 'forwarded', agencyIds: [police], dueOn: '2026-12-17' })
    expect(await factsOf(id, 'appeal.forwarded')).toEqual({ agency: 'police', level: 'territorial' })
    const [share] = await product.database.rows<{ id: string }>(
      `select id from t_almaty.assignment where appeal_id = $1 and kind = 'forwarded'`,
      [id],
    )
    const letter = await almaty.as({ kind: 'system' }, (ctx) => forwardedLetter(ctx, id, share?.id ?? ''))
    expect(letter?.subject).toBe(`Ваше обращение перенаправлено: ${appeal.number}`)
    expect(letter?.text).toContain('Орган: Департамент полиции')
    expect(letter?.text).toContain('Срок ответа: 17.12.2026')
    const tracked = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(tracked.timeline.map(({ event }) => event)).toEqual(['registered', 'forwarded'])
  })

  it('is answered there as anywhere', async () => {
    const id = await fileAppeal(almaty)
    await almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: police }))
    const officer = await almaty.hire('police', 'Полиция Маманы', ['clerk', 'agencyHead'], 'police')
    const answer = { outcome: 'explained', text: 'Тексеру жүргізілді. Негізі: Заңның 5-бабы.' } as const
    await almaty.as(officer, (ctx) => submitAnswer(ctx, id, { version: 2, draftVersion: 0, ...answer }))
    await almaty.as(officer, (ctx) => signAnswer(ctx, id, { version: 3 }))
    expect(await appealOf(id)).toMatchObject({ status: 'answered' })
  })

  it('is due within three working days of the registration, and late afterwards but not refused', async () => {
    const id = await fileAppeal(almaty)
    const before = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, id))
    expect(before).toMatchObject({ forwardBy: '26.11.2026', forwardLate: false })
    await at('2026-11-27T05:00:00Z', async () => {
      const late = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, id))
      expect(late.forwardLate).toBe(true)
      await almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: police }))
    })
    const shown = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, id))
    expect(shown.timeline.find(({ event }) => event === 'forwarded')).toMatchObject({ late: true })
  })

  it('is not for a department of the akimat, which is ordered', async () => {
    const id = await fileAppeal(almaty)
    const local = almaty.clerks['passenger-transport'].agencyId ?? ''
    await expect(
      almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: local })),
    ).rejects.toMatchObject({ name: 'NotFound' })
    const [foreign] = await product.database.rows<{ id: string }>(
      `select id from t_shymkent.agency where slug = 'police'`,
    )
    await expect(
      almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: foreign?.id ?? '' })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('ends with the body’s clock when the appeal comes to the akimat after all', async () => {
    const id = await fileAppeal(almaty)
    await at('2026-11-25T05:00:00Z', () =>
      almaty.as(almaty.dispatcher, (ctx) => forwardAppeal(ctx, id, { version: 1, forwardTo: police })),
    )
    const agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
    await almaty.as(almaty.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 2, agencyId }))
    expect(await appealOf(id)).toMatchObject({ status: 'assigned', dueOn: '2026-12-14', agencyIds: [agencyId] })
  })
})

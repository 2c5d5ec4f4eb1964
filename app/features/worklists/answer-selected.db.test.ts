import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { answerAppeal, fileAndAssign } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { draftAfresh, getAppeal } from '#app/features/appeals/public.server.ts'
import { answerSelected } from './answer-selected.server.ts'
import { AnswerSelected } from './answer-selected.schema.server.ts'
import { getAnswers } from './answers-page.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const clerk = () => almaty.clerks['passenger-transport']

/** A Kazakh template of the region that leaves the measures and the norm to the writer. */
async function aTemplate(): Promise<string> {
  const [row] = await product.database.rows<{ id: string }>(
    `insert into t_almaty.answer_template (id, position, language, category_id, name, text, version)
      values (gen_random_uuid()::text, 900, 'kk', null, 'Көпке', $1, 1) returning id`,
    ['Құрметті өтініш беруші! Нөмірі: {{number}}. Қабылданған шаралар: {{measures}}. Негізі: {{norm}}.'],
  )
  return row?.id ?? ''
}

const answer = async (ids: readonly string[], fields: Readonly<Record<string, string>> = {}, who = clerk()) =>
  almaty.as(who, async (ctx) =>
    answerSelected(
      ctx,
      AnswerSelected.parse({
        ids: ids.join('.'),
        templateId: await aTemplate(),
        outcome: 'satisfied',
        measures: 'автобус кестесі қайта қаралып, бақылау күшейтілді',
        norm: 'Әкімшілік рәсімдік-процестік кодекстің 76-бабы',
        ...fields,
      }),
    ),
  )
const statusOf = async (id: string) => (await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))).status
const draftsOf = (id: string) =>
  product.database.rows<{ text: string }>(`select text from t_almaty.answer_draft where appeal_id = $1`, [id])

describe('several appeals answered from one template', () => {
  it('go to the head each with its own number, and what cannot is told row by row', async () => {
    const [first, second] = [await fileAndAssign(almaty), await fileAndAssign(almaty)]
    const russian = await fileAndAssign(almaty, { language: 'ru' })
    const begun = await fileAndAssign(almaty)
    await almaty.as(clerk(), (ctx) => draftAfresh(ctx, begun, { outcome: null, text: 'Әріптестің сөзі' }))
    const foreign = await fileAndAssign(almaty, {}, 'housing-utilities')
    const elsewhere = await fileAndAssign(shymkent)
    const rows = await answer([first, second, russian, begun, foreign, elsewhere])
    const became = (id: string) => rows.find((row) => row.id === id)
    expect([became(first)?.became, became(second)?.became]).toEqual(['sent', 'sent'])
    expect(became(russian)).toMatchObject({ became: 'left', reasons: [expect.stringMatching(/./)] })
    expect(became(begun)).toMatchObject({ became: 'left', reasons: [expect.stringMatching(/./)] })
    expect(became(foreign), 'nobody is told of another agency’s appeal').toBeUndefined()
    expect(became(elsewhere)).toBeUndefined()
    expect(await statusOf(first)).toBe('awaitingSignature')
    const [draft] = await draftsOf(first)
    expect(draft?.text).toContain(`Нөмірі: ${became(first)?.number}.`)
    expect(draft?.text).toContain('76-бабы')
    expect(await draftsOf(begun)).toEqual([{ text: 'Әріптестің сөзі' }])
    // The same page once more: nothing is sent twice, nothing is overwritten.
    expect((await answer([first])).map((row) => row.became)).toEqual(['left'])
  })

  it('are kept as drafts where the gate stops them, with its reasons', async () => {
    const id = await fileAndAssign(almaty)
    const [row] = await answer([id], { norm: '', measures: '' })
    expect(row?.became).toBe('kept')
    expect(row?.reasons.length, 'no norm, and two fields that nobody filled in').toBe(2)
    expect(await statusOf(id)).toBe('assigned')
    expect((await draftsOf(id))[0]?.text).toContain('{{measures}}')
  })

  it('are like each other only where that is meant', async () => {
    const answered = await fileAndAssign(almaty)
    const id = await fileAndAssign(almaty)
    await answer([answered])
    const [draft] = await draftsOf(answered)
    await product.database.rows(`delete from t_almaty.answer_draft where appeal_id = $1`, [answered])
    await product.database.rows(`update t_almaty.assignment set status = 'open' where appeal_id = $1`, [answered])
    await answerAppeal(almaty, answered, { outcome: 'satisfied', text: draft?.text ?? '' })
    const [alike] = await answer([id])
    expect(alike).toMatchObject({ became: 'kept', reasons: [expect.stringMatching(/\d+ %/)] })
    await product.database.rows(`delete from t_almaty.answer_draft where appeal_id = $1`, [id])
    expect((await answer([id], { similar: 'yes' }))[0]?.became).toBe('sent')
  })

  it('are a clerk’s: neither a dispatcher’s nor a head’s', async () => {
    const id = await fileAndAssign(almaty)
    expect((await answer([id], {}, almaty.dispatcher))[0]?.became).toBe('left')
    expect((await answer([id], {}, almaty.heads['passenger-transport']))[0]?.became).toBe('left')
    expect(await statusOf(id)).toBe('assigned')
    const template = await aTemplate()
    const page = (who: typeof almaty.dispatcher) =>
      almaty.as(who, (ctx) => getAnswers(ctx, new URLSearchParams({ appeals: id, template })))
    await expect(page(almaty.dispatcher)).rejects.toMatchObject({ name: 'ForbiddenError' })
    expect(await page(clerk())).toMatchObject({ fields: ['measures', 'norm'], rows: [{ id, fits: true }] })
  })
})

import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { RatingMeaning } from '#db/schema/vocabulary.ts'
import { retireRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { knowing, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { changeChoice } from './change-choice.server.ts'
import { choiceRows } from './choice-rows.server.ts'
import { listChoices } from './choices.queries.server.ts'
import { declineReopening, reopenAppeal } from './decide-reopening.server.ts'
import { rateAnswer } from './rate-answer.server.ts'
import { getDeskRating, getOwnRating, getRatingPage } from './ratings.queries.server.ts'
import { reopeningLetter } from './reopening-mails.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
})
afterAll(() => product?.close())
beforeEach(() => almaty.clock.move(mondayMorning))

const refusal = (key: string) => ({ name: 'Refusal', reason: expect.objectContaining({ key }) as unknown })
const words = { outcome: 'explained', text: 'Автобус кестесі түзетілді. Негізі: ӘРПК 76-бабы.' } as const

async function answered(region = almaty): Promise<string> {
  const id = await fileAndAssign(region)
  await answerAppeal(region, id, words)
  return id
}

/** The region's word for it. */
const choiceOf = (meaning: RatingMeaning, region = almaty) =>
  region.as({ kind: 'system' }, async (ctx) => {
    const found = (await listChoices(ctx)).find((choice) => choice.meaning === meaning && !choice.retired)
    return found?.id ?? ''
  })

async function rate(id: string, meaning: RatingMeaning, said = '', submissionKey: string = crypto.randomUUID()) {
  const choiceId = await choiceOf(meaning)
  await almaty.as(knowing(id), (ctx) => rateAnswer(ctx, id, { submissionKey, choiceId, words: said }))
}

const notSolved = async () => {
  const id = await answered()
  await rate(id, 'notSolved', 'Автобус бәрібір келмейді')
  return id
}

const appealOf = async (id: string) => {
  const [row] = await product.database.rows<Record<string, unknown>>(
    `select status, round, version, due_on::text, registered_on::text, reopened_on::text, closed_at, agency_ids
      from t_almaty.appeal where id = $1`,
    [id],
  )
  return row ?? {}
}
const eventsOf = async (id: string) =>
  (
    await product.database.rows<{ event: string }>(
      'select event from t_almaty.journal where subject_id = $1 order by id',
      [id],
    )
  ).map(({ event }) => event)
const asDispatcher = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(almaty.dispatcher, work)
const versionOf = async (id: string) => Number((await appealOf(id)).version)
const why = 'Маршрут қайта тексеріледі'

async function reopen(id: string, agency: keyof TestRegion['clerks'] = 'passenger-transport') {
  const version = await versionOf(id)
  const reopenTo = almaty.clerks[agency].agencyId ?? ''
  await asDispatcher((ctx) => reopenAppeal(ctx, id, { version, reopenTo, reopenWhy: why }))
}

describe('the person who was answered', () => {
  it('says once what the answer was worth; the same page sent twice says it once', async () => {
    const id = await answered()
    const key = crypto.randomUUID()
    await rate(id, 'partly', 'Жартысы шешілді', key)
    await rate(id, 'partly', 'Жартысы шешілді', key)
    const { given, until } = await almaty.as(knowing(id), (ctx) => getOwnRating(ctx, id))
    expect(given).toMatchObject([{ choice: 'Ішінара шешілді', words: 'Жартысы шешілді' }])
    expect(until).toBe('')
    await expect(rate(id, 'solved')).rejects.toMatchObject(refusal('ratings:error.ratedAlready'))
    expect(await appealOf(id)).toMatchObject({ status: 'answered', round: 1 })
    expect((await eventsOf(id)).filter((event) => event === 'appeal.rated')).toHaveLength(1)
  })

  it('has fourteen days for it: the last one still counts, in the region’s own time', async () => {
    const id = await answered()
    const late = await answered()
    expect((await almaty.as(knowing(id), (ctx) => getRatingPage(ctx, id))).until).toBe('07.12.2026')
    // 23:30 in Almaty.
    almaty.clock.move(new Date('2026-12-07T18:30:00Z'))
    await rate(id, 'solved')
    // Half an hour later it is the next day there, and still the seventh in London.
    almaty.clock.move(new Date('2026-12-07T19:00:00Z'))
    await expect(rate(late, 'solved')).rejects.toMatchObject({
      ...refusal('ratings:error.tooLate'),
      reason: { key: 'ratings:error.tooLate', values: { day: '07.12.2026' } },
    })
    expect((await almaty.as(knowing(late), (ctx) => getRatingPage(ctx, late))).open).toBe(false)
  })

  it('says why where nothing is solved, and nothing is said without', async () => {
    const id = await answered()
    await expect(rate(id, 'notSolved')).rejects.toMatchObject({
      name: 'InvalidInput',
      fields: { words: 'ratings:error.reasonMissing' },
    })
    expect(await appealOf(id)).toMatchObject({ status: 'answered' })
    const none = almaty.as(knowing(id), (ctx) =>
      rateAnswer(ctx, id, { submissionKey: crypto.randomUUID(), choiceId: 'none', words: '' }),
    )
    await expect(none).rejects.toMatchObject({ fields: { choiceId: 'ratings:error.choiceMissing' } })
  })

  it('is nobody else, and has nothing to rate before there is an answer', async () => {
    const id = await answered()
    const choiceId = await choiceOf('solved')
    const input = { submissionKey: crypto.randomUUID(), choiceId, words: '' }
    await expect(almaty.as(undefined, (ctx) => rateAnswer(ctx, id, input))).rejects.toMatchObject({ name: 'NotFound' })
    await expect(asDispatcher((ctx) => rateAnswer(ctx, id, input))).rejects.toBeInstanceOf(ForbiddenError)
    const abroad = product.shymkent.as(knowing(id), (ctx) => rateAnswer(ctx, id, input))
    await expect(abroad).rejects.toMatchObject({ name: 'NotFound' })
    const open = await fileAppeal(almaty)
    await expect(rate(open, 'solved')).rejects.toMatchObject(refusal('ratings:error.notAnswered'))
  })
})

describe('who says that nothing is solved', () => {
  it('does not reopen it: a dispatcher must decide, within three working days', async () => {
    const id = await notSolved()
    expect(await appealOf(id)).toMatchObject({
      status: 'reopenRequested',
      round: 1,
      closed_at: null,
      // Asked on Monday, 23 November.
      due_on: '2026-11-26',
    })
    const { asked } = await asDispatcher((ctx) => getDeskRating(ctx, id))
    expect(asked).toMatchObject({ reason: 'Автобус бәрібір келмейді', decides: true, late: false })
    const clerk = await almaty.as(almaty.clerks['passenger-transport'], (ctx) => getDeskRating(ctx, id))
    expect(clerk.asked).toMatchObject({ decides: false, bodies: [] })
    expect(await eventsOf(id)).toEqual(expect.arrayContaining(['appeal.rated', 'appeal.reopenRequested']))
  })

  it('has it taken up again with a new clock, and everything of before kept', async () => {
    const id = await notSolved()
    // Tuesday, past the end of the working day: the clock starts on Wednesday, the 25th.
    almaty.clock.move(new Date('2026-11-24T14:00:00Z'))
    await reopen(id)
    // 15 working days from 25 November, two of them (16 and 17 December) being holidays.
    expect(await appealOf(id)).toMatchObject({
      status: 'assigned',
      round: 2,
      registered_on: '2026-11-23',
      reopened_on: '2026-11-25',
      due_on: '2026-12-17',
    })
    const shares = await product.database.rows(
      `select round, status, role from t_almaty.assignment where appeal_id = $1 order by id`,
      [id],
    )
    expect(shares).toEqual([
      { round: 1, status: 'answered', role: 'lead' },
      { round: 2, status: 'open', role: 'lead' },
    ])
    await answerAppeal(almaty, id, { ...words, text: 'Жаңа автобус қойылды. Негізі: ӘРПК 76-бабы.' })
    expect(await appealOf(id)).toMatchObject({ status: 'answered', round: 2 })
    const letters = await product.database.rows(
      `select a.text from t_almaty.answer_letter l join t_almaty.answer a on a.id = l.answer_id
        where l.appeal_id = $1 order by l.id`,
      [id],
    )
    expect(letters).toEqual([{ text: words.text }, { text: 'Жаңа автобус қойылды. Негізі: ӘРПК 76-бабы.' }])
    // What is answered again is rated again.
    await rate(id, 'solved')
    expect((await almaty.as(knowing(id), (ctx) => getOwnRating(ctx, id))).given).toHaveLength(2)
  })

  it('is told of either decision, with its reason', async () => {
    const id = await notSolved()
    await reopen(id, 'housing-utilities')
    const [again] = await product.database.rows<{ refs: Record<string, string> }>(
      `select refs from t_almaty.outbox where event = 'appeal.reopened' and subject_id = $1`,
      [id],
    )
    const letter = await almaty.as({ kind: 'system' }, (ctx) => reopeningLetter(ctx, id, again?.refs ?? {}, ''))
    expect(letter?.text).toContain(why)
    expect(letter?.text).toContain('14.12.2026')
    const other = await notSolved()
    const version = await versionOf(other)
    await asDispatcher((ctx) => declineReopening(ctx, other, { version, declineWhy: 'Автобус жүріп тұр' }))
    const [kept] = await product.database.rows<{ refs: Record<string, string> }>(
      `select refs from t_almaty.outbox where event = 'appeal.reopenDeclined' and subject_id = $1`,
      [other],
    )
    const no = await almaty.as({ kind: 'system' }, (ctx) => reopeningLetter(ctx, other, kept?.refs ?? {}, ''))
    expect(no?.text).toContain('Автобус жүріп тұр')
    expect(no?.text).toContain('шағым жасай аласыз')
  })

  it('finds it answered as before where it is declined: since when it was, by the clock it had', async () => {
    const id = await answered()
    const before = await appealOf(id)
    almaty.clock.move(new Date('2026-11-26T05:00:00Z'))
    await rate(id, 'notSolved', 'Шешілмеді')
    const version = await versionOf(id)
    await asDispatcher((ctx) => declineReopening(ctx, id, { version, declineWhy: 'Негіз жоқ' }))
    const { version: _after, ...now } = await appealOf(id)
    const { version: _before, ...was } = before
    expect(now).toEqual(was)
    await expect(rate(id, 'notSolved', 'Тағы')).rejects.toMatchObject(refusal('ratings:error.ratedAlready'))
  })

  it('is decided about by one of two dispatchers, and by nobody else', async () => {
    const id = await notSolved()
    const version = await versionOf(id)
    const reopenTo = almaty.clerks['passenger-transport'].agencyId ?? ''
    for (const principal of [...Object.values(almaty.clerks), ...Object.values(almaty.heads)]) {
      const tried = almaty.as(principal, (ctx) => reopenAppeal(ctx, id, { version, reopenTo, reopenWhy: why }))
      await expect(tried).rejects.toMatchObject({
        name: expect.stringMatching(/^(NotFound|Error|ForbiddenError)$/) as unknown,
      })
    }
    const [one, other] = await Promise.allSettled([
      asDispatcher((ctx) => reopenAppeal(ctx, id, { version, reopenTo, reopenWhy: why })),
      asDispatcher((ctx) => declineReopening(ctx, id, { version, declineWhy: 'Негіз жоқ' })),
    ])
    const lost = [one, other].filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toMatchObject(refusal('appeals:error.changedMeanwhile'))
    const decided = (await eventsOf(id)).filter((event) => /reopened|reopenDeclined/.test(event))
    expect(decided).toHaveLength(1)
  })

  it('counts in the figures as answered once, and as reopened and answered again', async () => {
    const id = await notSolved()
    await reopen(id)
    await answerAppeal(almaty, id, words)
    const facts = await product.database.rows<{ event: string; again: boolean | null }>(
      `select event, (facts->>'again')::boolean as again from t_almaty.journal
        where subject_id = $1 and event in ('appeal.answered', 'appeal.reopened', 'appeal.rated') order by id`,
      [id],
    )
    expect(facts).toEqual([
      { event: 'appeal.answered', again: null },
      { event: 'appeal.rated', again: null },
      { event: 'appeal.reopened', again: null },
      { event: 'appeal.answered', again: true },
    ])
  })
})

describe('what may be said of an answer', () => {
  it('keeps its meaning where it was said, and always lets people be content or not', async () => {
    const id = await answered()
    await rate(id, 'partly')
    const choiceId = await choiceOf('partly')
    const form = { submissionKey: crypto.randomUUID(), version: 1 }
    const names = { nameKk: 'Онша емес', nameRu: 'Не очень', nameEn: 'Not quite' }
    await almaty.as(almaty.admin, (ctx) => changeChoice(ctx, choiceId, { ...form, ...names, meaning: 'solved' }))
    const [kept] = await product.database.rows('select meaning from t_almaty.rating where appeal_id = $1', [id])
    expect(kept).toEqual({ meaning: 'partly' })
    const only = await choiceOf('notSolved')
    const retired = almaty.as(almaty.admin, (ctx) => retireRow(ctx, choiceRows, only, form))
    await expect(retired).rejects.toMatchObject(refusal('ratings:error.bothNeeded'))
    await expect(asDispatcher((ctx) => retireRow(ctx, choiceRows, only, form))).rejects.toBeInstanceOf(ForbiddenError)
    const abroad = product.shymkent.as(product.shymkent.admin, (ctx) => retireRow(ctx, choiceRows, choiceId, form))
    await expect(abroad).rejects.toMatchObject({ name: 'NotFound' })
  })
})

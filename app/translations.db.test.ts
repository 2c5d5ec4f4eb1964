import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { knowing, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { getAppeal } from './features/appeals/appeals.queries.server.ts'
import { assignAppeal } from './features/appeals/assign-appeal.server.ts'
import { draftAnswer } from './features/appeals/draft-answer.server.ts'
import { getDeskAppeal } from './features/appeals/desk-appeal.queries.server.ts'
import { getTrackedAppeal } from './features/appeals/tracked-appeal.queries.server.ts'
import { askDraftTranslation, askTranslation } from './features/translations/ask-translation.server.ts'
import { declineTranslation, finishTranslation } from './features/translations/close-translation.server.ts'
import { takeTranslation } from './features/translations/take-translation.server.ts'
import { getTranslations } from './features/translations/translations.queries.server.ts'
import { withdrawTranslations } from './features/translations/withdraw-translations.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const clerk = () => almaty.clerks['passenger-transport']
const head = () => almaty.heads['passenger-transport']
const neighbour = () => almaty.clerks['housing-utilities']
const key = () => crypto.randomUUID()
const draftWords = { outcome: 'satisfied', text: 'Автобус снова ходит по расписанию, диспетчер предупреждён.' } as const
const translated = 'Автобус қайтадан кестемен жүреді, диспетчерге ескертілді. Негізі: Заңның 5-бабы.'

const ask = (who: StaffPrincipal, id: string, toLanguage: 'kk' | 'ru' | 'en' = 'ru') =>
  almaty.as(who, (ctx) => askTranslation(ctx, id, { submissionKey: key(), toLanguage }))
const askDraft = (id: string, draftVersion = 0, text: string = draftWords.text) =>
  almaty.as(clerk(), (ctx) =>
    askDraftTranslation(ctx, id, { ...draftWords, text, draftVersion, fromLanguage: 'ru', submissionKey: key() }),
  )
const finish = (who: StaffPrincipal, id: string, requestId: string, translation = 'Автобус вечером не приходит.') =>
  almaty.as(who, (ctx) => finishTranslation(ctx, id, { requestId, translation }))
/** What stands on an appeal's page for somebody. */
const shownTo = (who: StaffPrincipal, id: string) =>
  almaty.as(who, async (ctx) => getTranslations(ctx, await getDeskAppeal(ctx, id)))
/** The newest of an appeal's requests, as it stands in the table. */
async function newest(id: string) {
  const [row] = await product.database.rows<{ readonly id: string; readonly status: string }>(
    `select * from t_almaty.translation_request where appeal_id = $1 order by id desc limit 1`,
    [id],
  )
  if (!row) throw new Error('Nobody has asked')
  return row
}
const journalOf = (requestId: string) =>
  product.database.rows<{ event: string; fields: string[]; refs: object; facts: object; actor_kind: string }>(
    `select event, fields, refs, facts, actor_kind from t_almaty.journal where subject_id = $1 order by id`,
    [requestId],
  )

describe('a translation of what a person wrote', () => {
  it('is asked by who works on it, made by a colleague, and read beside the original', async () => {
    const id = await fileAndAssign(almaty)
    expect((await shownTo(clerk(), id)).languages, 'the language one works in first').toEqual(['ru', 'en'])
    await ask(clerk(), id)
    const [waiting] = (await shownTo(almaty.dispatcher, id)).requests
    expect(waiting).toMatchObject({ status: 'open', from: 'kk', to: 'ru', askedBy: clerk().name, canTranslate: true })
    await finish(almaty.dispatcher, id, waiting?.id ?? '')
    const shown = await shownTo(clerk(), id)
    expect(shown.requests).toMatchObject([
      {
        status: 'done',
        original: expect.stringContaining('121-автобус'),
        translation: 'Автобус вечером не приходит.',
        closedBy: almaty.dispatcher.name,
      },
    ])
    expect(shown.languages, 'what is there need not be asked again').toEqual(['en'])
  })

  it('is told in the history of colleagues, and never to the person', async () => {
    const id = await fileAndAssign(almaty)
    await ask(clerk(), id)
    await finish(head(), id, (await newest(id)).id, 'Перевод для коллег')
    const { timeline } = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, id))
    expect(timeline.filter(({ event }) => event.startsWith('translation'))).toMatchObject([
      { event: 'translationAsked', agency: 'Қазақша → Русский', by: clerk().name },
      { event: 'translationFinished', by: head().name },
    ])
    const tracked = JSON.stringify(await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id)))
    expect(tracked).not.toContain('Перевод для коллег')
    expect(tracked).not.toContain('ranslation')
  })

  it('is one request however often it is asked, by whomever, while it is open', async () => {
    const id = await fileAndAssign(almaty)
    await Promise.all([ask(clerk(), id), ask(head(), id), ask(almaty.dispatcher, id), ask(clerk(), id)])
    await ask(clerk(), id, 'en')
    expect((await shownTo(clerk(), id)).requests.map(({ to }) => to).toSorted()).toEqual(['en', 'ru'])
    const same = { submissionKey: key(), toLanguage: 'ru' } as const
    const other = await fileAndAssign(almaty)
    await almaty.as(clerk(), (ctx) => askTranslation(ctx, other, same))
    await finish(head(), other, (await newest(other)).id)
    await almaty.as(clerk(), (ctx) => askTranslation(ctx, other, same))
    expect((await shownTo(clerk(), other)).requests, 'a page sent again after the end').toHaveLength(1)
  })

  it('is not asked into its own language, nor by who has nothing to do with it', async () => {
    const id = await fileAndAssign(almaty)
    await expect(ask(clerk(), id, 'kk')).rejects.toMatchObject({
      name: 'InvalidInput',
      fields: { toLanguage: 'translations:error.sameLanguage' },
    })
    for (const stranger of [neighbour(), almaty.admin])
      await expect(ask(stranger, id)).rejects.toMatchObject({ name: 'NotFound' })
    const input = { submissionKey: key(), toLanguage: 'ru' } as const
    await expect(almaty.as(knowing(id), (ctx) => askTranslation(ctx, id, input))).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
    const centreHead = await almaty.hire('centre-head', 'Орталық Басшысы', ['centreHead'])
    await expect(ask(centreHead, id)).rejects.toMatchObject({ name: 'ForbiddenError' })
    const abroad = shymkent.as(shymkent.dispatcher, (ctx) => askTranslation(ctx, id, input))
    await expect(abroad).rejects.toMatchObject({ name: 'NotFound' })
    expect(await product.database.rows(`select 1 from t_shymkent.translation_request`)).toEqual([])
    expect((await shownTo(clerk(), id)).requests).toEqual([])
  })

  it('leaves ids, names of fields and an impersonal measure of the waiting in the journal, and no words', async () => {
    const id = await fileAndAssign(almaty)
    await ask(clerk(), id)
    const { id: requestId } = await newest(id)
    almaty.clock.move(new Date(mondayMorning.getTime() + 3 * 3_600_000 + 59 * 60_000))
    await finish(head(), id, requestId, 'Сөздер журналда тұрмайды')
    almaty.clock.move(mondayMorning)
    const pair = { kind: 'appeal', from: 'kk', to: 'ru' }
    const refs = { appealId: id }
    expect(await journalOf(requestId)).toMatchObject([
      { event: 'translation.asked', fields: ['kind', 'fromLanguage', 'toLanguage'], refs, facts: pair },
      { event: 'translation.finished', fields: ['status', 'translation'], refs, facts: { ...pair, hours: 3 } },
    ])
    for (const table of ['journal', 'outbox']) {
      const rows = await product.database.rows(`select row_to_json(j)::text as row from t_almaty.${table} j`)
      expect(JSON.stringify(rows)).not.toContain('журналда тұрмайды')
    }
  })
})

describe('a request', () => {
  it('is finished once: of two at once one wins, and the other is told who and when', async () => {
    const id = await fileAndAssign(almaty)
    await ask(clerk(), id)
    const { id: requestId } = await newest(id)
    const two = await Promise.allSettled([
      finish(head(), id, requestId, 'Перевод руководителя'),
      finish(almaty.dispatcher, id, requestId, 'Перевод диспетчера'),
    ])
    expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const isHeads = two[0].status === 'fulfilled'
    const [winner, loser] = isHeads ? [head(), two[1]] : [almaty.dispatcher, two[0]]
    expect(loser).toMatchObject({
      reason: {
        name: 'Refusal',
        reason: {
          key: 'translations:error.closedMeanwhile',
          values: { who: winner.name, when: '23.11.2026 09:00' },
        },
      },
    })
    expect(await newest(id)).toMatchObject({
      translation: isHeads ? 'Перевод руководителя' : 'Перевод диспетчера',
      closed_by: winner.id,
    })
    // The winner's page sent again says nothing new, and is no conflict.
    await finish(winner, id, requestId, isHeads ? 'Перевод руководителя' : 'Перевод диспетчера')
    expect(await journalOf(requestId)).toHaveLength(2)
  })

  it('is declined with a reason that the asker reads, and may be asked again', async () => {
    const id = await fileAndAssign(almaty)
    await ask(clerk(), id)
    const { id: requestId } = await newest(id)
    const why = 'Мәтін оқылмайды'
    await almaty.as(head(), (ctx) => declineTranslation(ctx, id, { requestId, why }))
    const shown = await shownTo(clerk(), id)
    expect(shown.requests).toMatchObject([{ status: 'declined', reason: why, canTranslate: false }])
    await expect(finish(almaty.dispatcher, id, requestId)).rejects.toMatchObject({ name: 'Refusal' })
    await ask(clerk(), id)
    expect((await shownTo(clerk(), id)).requests.map(({ status }) => status)).toEqual(['declined', 'open'])
  })

  it('is finished and declined by nobody who may not see the appeal, nor under another appeal', async () => {
    const id = await fileAndAssign(almaty)
    await ask(clerk(), id)
    const { id: requestId } = await newest(id)
    const other = await fileAndAssign(almaty)
    await expect(finish(clerk(), other, requestId)).rejects.toMatchObject({ name: 'NotFound' })
    for (const stranger of [neighbour(), almaty.admin]) {
      await expect(finish(stranger, id, requestId)).rejects.toMatchObject({ name: 'NotFound' })
      const input = { requestId, why: 'Жоқ' }
      await expect(almaty.as(stranger, (ctx) => declineTranslation(ctx, id, input))).rejects.toMatchObject({
        name: 'NotFound',
      })
    }
    const abroad = { requestId, translation: 'Басқа өңір' }
    await expect(shymkent.as(shymkent.dispatcher, (ctx) => finishTranslation(ctx, id, abroad))).rejects.toMatchObject({
      name: 'NotFound',
    })
    const centreHead = await almaty.hire('centre-head-2', 'Орталық Басшысы', ['centreHead'])
    await expect(finish(centreHead, id, requestId)).rejects.toMatchObject({ name: 'ForbiddenError' })
    expect(await newest(id)).toMatchObject({ status: 'open', translation: '' })
  })

  it('is withdrawn by nobody’s hand when the appeal is answered, once, and cannot be finished any more', async () => {
    const id = await fileAndAssign(almaty)
    await ask(clerk(), id)
    const { id: requestId } = await newest(id)
    const sweep = () => almaty.as({ kind: 'system' }, (ctx) => withdrawTranslations(ctx, id))
    await sweep()
    expect((await newest(id)).status, 'the appeal is open').toBe('open')
    almaty.clock.move(new Date(mondayMorning.getTime() + 26 * 3_600_000))
    await answerAppeal(almaty, id, { outcome: 'explained', text: translated })
    // Before the job has come, the end of the appeal is the end of its requests too.
    await expect(finish(almaty.dispatcher, id, requestId)).rejects.toMatchObject({
      reason: { key: 'translations:error.notNeeded' },
    })
    await Promise.all([sweep(), sweep()])
    almaty.clock.move(mondayMorning)
    expect(await newest(id)).toMatchObject({ status: 'withdrawn', closed_by: null })
    const entries = await journalOf(requestId)
    expect(entries.slice(1)).toMatchObject([
      { event: 'translation.withdrawn', actor_kind: 'system', facts: { from: 'kk', to: 'ru', hours: 26 } },
    ])
    const late = [() => finish(almaty.dispatcher, id, requestId), () => ask(almaty.dispatcher, id)]
    for (const act of late)
      await expect(act()).rejects.toMatchObject({ reason: { key: 'translations:error.notNeeded' } })
    expect(await shownTo(almaty.dispatcher, id)).toMatchObject({ languages: [], requests: [{ canTranslate: false }] })
  })
})

describe('a translation of a draft', () => {
  it('is asked with the words as they stand, saved, and begins the answer in their place', async () => {
    const id = await fileAndAssign(almaty)
    await askDraft(id)
    expect(await newest(id)).toMatchObject({ original: draftWords.text, from_language: 'ru', to_language: 'kk' })
    expect((await shownTo(clerk(), id)).draft).toMatchObject({ waiting: { who: clerk().name }, ready: undefined })
    await finish(head(), id, (await newest(id)).id, translated)
    const { draft } = await shownTo(clerk(), id)
    expect(draft).toMatchObject({ waiting: undefined, ready: { who: head().name } })
    const take = () =>
      almaty.as(clerk(), (ctx) =>
        takeTranslation(ctx, id, { ...draftWords, draftVersion: 1, requestId: draft?.ready?.id ?? '' }),
      )
    await Promise.all([take(), take()])
    const shown = await almaty.as(clerk(), (ctx) => getDeskAppeal(ctx, id))
    expect(shown.draft).toMatchObject({ text: translated, version: 2 })
    expect((await shownTo(clerk(), id)).draft?.ready, 'it is taken').toBeUndefined()
    expect((await journalOf(draft?.ready?.id ?? '')).map(({ event }) => event)).toEqual([
      'translation.asked',
      'translation.finished',
      'translation.taken',
    ])
  })

  it('never overwrites: it goes below what has changed, and not at all over a colleague’s words', async () => {
    const id = await fileAndAssign(almaty)
    await askDraft(id)
    const { id: requestId } = await newest(id)
    await finish(head(), id, requestId, translated)
    const changed = `${draftWords.text} Проверено 23.11.`
    const colleague = await almaty.hire(`second-${id}`, 'Екінші Маман', ['clerk'], 'passenger-transport')
    const take = (text: string, draftVersion: number) =>
      almaty.as(clerk(), (ctx) => takeTranslation(ctx, id, { ...draftWords, text, draftVersion, requestId }))
    await almaty.as(colleague, (ctx) => draftAnswer(ctx, id, { ...draftWords, text: changed, draftVersion: 1 }))
    await expect(take(draftWords.text, 1)).rejects.toMatchObject({
      reason: { key: 'appeals:error.draftChanged', values: { who: colleague.name } },
    })
    await take(changed, 2)
    const { draft } = await almaty.as(clerk(), (ctx) => getDeskAppeal(ctx, id))
    expect(draft?.text).toBe(`${changed}\n\n${translated}`)
  })

  it('is seen by the body whose draft it is and the dispatcher, not by a body beside it, and taken by the first alone', async () => {
    const id = await fileAndAssign(almaty)
    await askDraft(id)
    const { id: requestId } = await newest(id)
    await product.database.rows(`update t_almaty.appeal set agency_ids = agency_ids || $2::text where id = $1`, [
      id,
      neighbour().agencyId,
    ])
    expect((await shownTo(head(), id)).requests).toHaveLength(1)
    expect((await shownTo(almaty.dispatcher, id)).requests).toHaveLength(1)
    expect((await shownTo(neighbour(), id)).requests).toEqual([])
    await expect(finish(neighbour(), id, requestId)).rejects.toMatchObject({ name: 'NotFound' })
    await finish(almaty.dispatcher, id, requestId, translated)
    const input = { ...draftWords, draftVersion: 1, requestId }
    for (const who of [neighbour(), almaty.dispatcher])
      await expect(almaty.as(who, (ctx) => takeTranslation(ctx, id, input))).rejects.toMatchObject({ name: 'NotFound' })
    await expect(almaty.as(head(), (ctx) => takeTranslation(ctx, id, input))).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
  })

  it('saves nothing where it cannot be asked: an empty draft, the language of the appeal, a stale page', async () => {
    const id = await fileAndAssign(almaty)
    await expect(askDraft(id, 0, '')).rejects.toMatchObject({ fields: { text: 'translations:error.draftEmpty' } })
    const input = { ...draftWords, draftVersion: 0, fromLanguage: 'kk', submissionKey: key() } as const
    await expect(almaty.as(clerk(), (ctx) => askDraftTranslation(ctx, id, input))).rejects.toMatchObject({
      fields: { fromLanguage: 'translations:error.sameLanguage' },
    })
    for (const who of [head(), almaty.dispatcher, neighbour()])
      await expect(
        almaty.as(who, (ctx) => askDraftTranslation(ctx, id, { ...input, fromLanguage: 'ru' })),
      ).rejects.toMatchObject({ name: who === head() ? 'ForbiddenError' : 'NotFound' })
    await almaty.as(clerk(), (ctx) => draftAnswer(ctx, id, { ...draftWords, draftVersion: 0 }))
    await expect(askDraft(id, 0, 'Другие слова')).rejects.toMatchObject({ name: 'Refusal' })
    expect((await shownTo(clerk(), id)).requests).toEqual([])
    const { draft } = await almaty.as(clerk(), (ctx) => getDeskAppeal(ctx, id))
    expect(draft?.text).toBe(draftWords.text)
  })

  it('is withdrawn when its body loses the appeal, while one of the person’s text goes on', async () => {
    const id = await fileAndAssign(almaty)
    await ask(clerk(), id)
    await askDraft(id)
    await almaty.as(almaty.dispatcher, async (ctx) => {
      const { version } = await getAppeal(ctx, id)
      await assignAppeal(ctx, id, { version, agencyId: neighbour().agencyId ?? '' })
    })
    await almaty.as({ kind: 'system' }, (ctx) => withdrawTranslations(ctx, id))
    const { requests } = await shownTo(almaty.dispatcher, id)
    expect(requests.map(({ kind, status }) => [kind, status])).toEqual([
      ['appeal', 'open'],
      ['draft', 'withdrawn'],
    ])
    expect((await shownTo(neighbour(), id)).requests, 'the new body sees the first').toMatchObject([
      { kind: 'appeal', canTranslate: true },
    ])
    await expect(ask(clerk(), id)).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('is asked by nobody whose body is done with its share', async () => {
    const id = await fileAppeal(almaty)
    await expect(ask(clerk(), id)).rejects.toMatchObject({ name: 'NotFound' })
    const assigned = await fileAndAssign(almaty)
    await product.database.rows(`update t_almaty.assignment set status = 'answered' where appeal_id = $1`, [assigned])
    await expect(ask(clerk(), assigned)).rejects.toMatchObject({
      reason: { key: 'translations:error.shareOver' },
    })
    await ask(almaty.dispatcher, assigned)
  })
})

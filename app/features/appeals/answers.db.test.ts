import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { answerAppeal, fileAndAssign, submitTo } from '#infra/testing/appeals.ts'
import { knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { answerLetter } from './appeal-mails.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { classifyAppeal } from './classify-appeal.server.ts'
import { getDeskAppeal } from './desk-appeal.queries.server.ts'
import { draftAnswer } from './draft-answer.server.ts'
import { returnAnswer } from './return-answer.server.ts'
import { signAnswer } from './sign-answer.server.ts'
import { signatures } from '#app/integrations/signature/signatures.server.ts'
import { contentOf } from './signed-content.server.ts'
import { submitAnswer } from './submit-answer.server.ts'
import { getTrackedAppeal } from './tracked-appeal.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const words = { outcome: 'satisfied', text: 'Бағытқа қосымша автобус шығарылды. Негіз: Заңның 5-бабы.' } as const
const russian = {
  outcome: 'satisfied',
  text: 'На маршрут добавлен автобус. Основание: статья 5 Закона.',
} as const
const clerk = () => almaty.clerks['passenger-transport']
const head = () => almaty.heads['passenger-transport']
const versionOf = async (id: string) => (await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))).version

const eventsOf = async (id: string) => {
  const rows = await product.database.rows(`select event from t_almaty.journal where subject_id = $1 order by id`, [id])
  return rows.map((row) => row.event)
}

describe('a draft', () => {
  it('is kept for the agency, and told once for each who has a hand in it', async () => {
    const id = await fileAndAssign(almaty)
    const colleague = await almaty.hire('second', 'Екінші Маман', ['clerk'], 'passenger-transport')
    const first = await almaty.as(clerk(), (ctx) => draftAnswer(ctx, id, { draftVersion: 0, outcome: null, text: 'Ж' }))
    const again = await almaty.as(clerk(), (ctx) =>
      draftAnswer(ctx, id, { draftVersion: first.version, outcome: 'explained', text: 'Жауап' }),
    )
    const others = await almaty.as(colleague, (ctx) =>
      draftAnswer(ctx, id, { draftVersion: again.version, outcome: 'explained', text: 'Жауап мәтіні' }),
    )
    expect([first.version, again.version, others.version]).toEqual([1, 2, 3])
    expect((await eventsOf(id)).filter((event) => event === 'appeal.answerDrafted')).toHaveLength(2)
    const shown = await almaty.as(clerk(), (ctx) => getDeskAppeal(ctx, id))
    expect(shown.draft).toMatchObject({ text: 'Жауап мәтіні', outcome: 'explained', editedBy: 'Екінші Маман' })
    expect(shown.version, 'a draft leaves the appeal as it is').toBe(2)
  })

  it('of two clerks at once keeps one’s words and refuses the other’s by name, and takes the same words again', async () => {
    const id = await fileAndAssign(almaty)
    const rival = await almaty.hire('rival', 'Қарсылас Маман', ['clerk'], 'passenger-transport')
    const texts = ['Бірінші нұсқа', 'Екінші нұсқа']
    const results = await Promise.allSettled(
      [clerk(), rival].map((person, turn) =>
        almaty.as(person, (ctx) => draftAnswer(ctx, id, { draftVersion: 0, outcome: null, text: texts[turn] ?? '' })),
      ),
    )
    const winner = results.findIndex(({ status }) => status === 'fulfilled')
    const winning = [clerk(), rival][winner]
    expect(results[1 - winner]).toMatchObject({
      status: 'rejected',
      reason: { reason: { key: 'appeals:error.draftChanged', values: { who: winning?.name } } },
    })
    const repeated = await almaty.as(winning, (ctx) =>
      draftAnswer(ctx, id, { draftVersion: 0, outcome: null, text: texts[winner] ?? '' }),
    )
    expect(repeated.version).toBe(1)
  })

  it('is seen by the agency that writes it and by nobody else', async () => {
    const id = await fileAndAssign(almaty)
    await almaty.as(clerk(), (ctx) => draftAnswer(ctx, id, { draftVersion: 0, outcome: null, text: 'Құпия жоба' }))
    const seen = async (person: Parameters<TestRegion['as']>[0]) =>
      JSON.stringify(await almaty.as(person, (ctx) => getDeskAppeal(ctx, id)))
    expect(await seen(clerk())).toContain('Құпия жоба')
    expect(await seen(almaty.dispatcher)).not.toContain('Құпия жоба')
    const tracked = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(JSON.stringify(tracked)).not.toContain('Құпия жоба')
  })

  it('is for a clerk of the agency while the appeal is there', async () => {
    const id = await fileAndAssign(almaty)
    const input = { draftVersion: 0, outcome: null, text: 'Жауап' }
    for (const [person, error] of [
      [almaty.dispatcher, 'ForbiddenError'],
      [head(), 'ForbiddenError'],
      [almaty.clerks['housing-utilities'], 'NotFound'],
    ] as const)
      await expect(almaty.as(person, (ctx) => draftAnswer(ctx, id, input))).rejects.toMatchObject({ name: error })
    await submitTo(almaty, id, words)
    await expect(almaty.as(clerk(), (ctx) => draftAnswer(ctx, id, input))).rejects.toMatchObject({
      reason: { key: 'appeals:error.notAnswerable' },
    })
  })
})

describe('an answer sent for signature', () => {
  it('waits for the head of that agency alone', async () => {
    const id = await fileAndAssign(almaty)
    await submitTo(almaty, id, words)
    const shown = await almaty.as(head(), (ctx) => getDeskAppeal(ctx, id))
    expect(shown).toMatchObject({ status: 'awaitingSignature', can: { sign: 'yes', draft: 'no' }, draft: words })
    const version = await versionOf(id)
    for (const [person, error] of [
      [clerk(), 'ForbiddenError'],
      [almaty.dispatcher, 'ForbiddenError'],
      [almaty.heads['housing-utilities'], 'NotFound'],
    ] as const)
      await expect(almaty.as(person, (ctx) => signAnswer(ctx, id, { version }))).rejects.toMatchObject({ name: error })
    await expect(
      shymkent.as(shymkent.heads['passenger-transport'], (ctx) => signAnswer(ctx, id, { version })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('happens once of two clerks at once', async () => {
    const id = await fileAndAssign(almaty)
    const results = await Promise.allSettled(
      [1, 2].map(() =>
        almaty.as(clerk(), (ctx) => submitAnswer(ctx, id, { version: 2, similar: 'yes', draftVersion: 0, ...words })),
      ),
    )
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      reason: { key: 'appeals:error.changedMeanwhile', values: { who: clerk().name } },
    })
  })

  it('comes back with a reason that its writer reads, is mended and signed', async () => {
    const id = await fileAndAssign(almaty)
    await submitTo(almaty, id, words)
    await almaty.as(head(), async (ctx) =>
      returnAnswer(ctx, id, { version: await versionOf(id), reason: 'Нормасын көрсетіңіз' }),
    )
    const back = await almaty.as(clerk(), (ctx) => getDeskAppeal(ctx, id))
    expect(back).toMatchObject({
      status: 'assigned',
      can: { draft: 'yes' },
      draft: { ...words, returned: { reason: 'Нормасын көрсетіңіз', by: head().name } },
    })
    const mended = { ...words, text: `${words.text} ӘРПК 76-бабы.` }
    await almaty.as(clerk(), (ctx) =>
      submitAnswer(ctx, id, { version: back.version, draftVersion: back.draft?.version ?? 0, ...mended }),
    )
    await almaty.as(head(), async (ctx) => signAnswer(ctx, id, { version: await versionOf(id), similar: 'yes' }))
    const tracked = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(tracked.answers.map(({ text }) => text)).toEqual([mended.text])
    expect(JSON.stringify(tracked), 'the reason is internal').not.toContain('Нормасын көрсетіңіз')
  })
})

describe('a signature', () => {
  it('freezes words, name, post and moment, and its hash shows any change', async () => {
    const id = await fileAndAssign(almaty, { language: 'ru' })
    await answerAppeal(almaty, id, russian)
    const [row] = await product.database.rows<Record<string, string> & { answered_at: Date }>(
      `select a.*, p.number from t_almaty.answer a join t_almaty.appeal p on p.id = a.appeal_id where appeal_id = $1`,
      [id],
    )
    if (!row) throw new Error('There is no answer')
    expect(row).toMatchObject({ signer_name: head().name, author_id: clerk().id, signed_by: head().id })
    const post = 'Руководитель, Управление организации дорожного движения и пассажирского транспорта'
    expect(row.signer_post).toBe(post)
    const signed = {
      number: row.number ?? '',
      outcome: row.outcome ?? '',
      text: row.text ?? '',
      signerName: row.signer_name ?? '',
      signerPost: row.signer_post ?? '',
      answeredAt: row.answered_at,
    }
    const signature = { method: row.signature_method ?? '', contentHash: row.content_hash ?? '' }
    expect(signatures.verify(contentOf(signed), signature)).toBe(true)
    expect(signatures.verify(contentOf({ ...signed, text: `${signed.text} ` }), signature)).toBe(false)
    const drafts = await product.database.rows(`select 1 from t_almaty.answer_draft where appeal_id = $1`, [id])
    expect(drafts).toHaveLength(0)
    const letter = await almaty.as({ kind: 'system' }, (ctx) => answerLetter(ctx, id))
    expect(letter?.text).toContain(`Подписал(а): ${head().name}, ${post}`)
  })

  it('leaves facts that say nothing of the person', async () => {
    const id = await fileAndAssign(almaty)
    const [category] = await product.database.rows<{ id: string }>(
      `select id from t_almaty.category where slug = 'timetable-breach'`,
    )
    await almaty.as(almaty.dispatcher, (ctx) =>
      classifyAppeal(ctx, id, { version: 2, legalKind: 'report', categoryId: category?.id ?? '' }),
    )
    almaty.clock.move(new Date('2026-12-01T05:00:00Z'))
    await answerAppeal(almaty, id, words)
    almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
    const [row] = await product.database.rows(
      `select facts from t_almaty.outbox where subject_id = $1 and event = 'appeal.answered'`,
      [id],
    )
    expect(row?.facts).toEqual({
      outcome: 'satisfied',
      onTime: true,
      days: 8,
      category: 'timetable-breach',
      receivedOn: '2026-11-23',
    })
  })

  it('is late after the close of the last day', async () => {
    const id = await fileAndAssign(almaty)
    almaty.clock.move(new Date('2026-12-14T13:30:01Z'))
    await answerAppeal(almaty, id, words)
    almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
    const [row] = await product.database.rows(
      `select facts from t_almaty.outbox where subject_id = $1 and event = 'appeal.answered'`,
      [id],
    )
    expect(row?.facts).toMatchObject({ onTime: false, days: 21 })
  })

  it('of two heads at once is one', async () => {
    const id = await fileAndAssign(almaty)
    await submitTo(almaty, id, words)
    const version = await versionOf(id)
    const second = await almaty.hire('deputy', 'Орынбасар Басшы', ['agencyHead'], 'passenger-transport')
    const results = await Promise.allSettled(
      [head(), second].map((person) => almaty.as(person, (ctx) => signAnswer(ctx, id, { version, similar: 'yes' }))),
    )
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await eventsOf(id)).filter((event) => event === 'appeal.answered')).toHaveLength(1)
  })

  it('may be of the same person who wrote, where one is clerk and head', async () => {
    const id = await fileAndAssign(almaty)
    const both = await almaty.hire('both', 'Екеуі де Маман', ['clerk', 'agencyHead'], 'passenger-transport')
    await almaty.as(both, (ctx) => submitAnswer(ctx, id, { version: 2, similar: 'yes', draftVersion: 0, ...words }))
    await almaty.as(both, (ctx) => signAnswer(ctx, id, { version: 3, similar: 'yes' }))
    expect(await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))).toMatchObject({ status: 'answered' })
  })

  it('is refused where nothing waits for one', async () => {
    const id = await fileAndAssign(almaty)
    await expect(almaty.as(head(), (ctx) => signAnswer(ctx, id, { version: 2 }))).rejects.toMatchObject({
      reason: { key: 'appeals:error.notSignable' },
    })
    await answerAppeal(almaty, id, words)
    await expect(
      almaty.as(head(), async (ctx) => returnAnswer(ctx, id, { version: await versionOf(id), reason: 'Кеш' })),
    ).rejects.toMatchObject({ reason: { key: 'appeals:error.notSignable' } })
  })
})

describe('an answer that is nearly the same as an earlier one', () => {
  const text =
    'Ауладағы шамдар ауыстырылды, жарық қалпына келтірілді, мердігерге ескерту жасалды. Негізі: Заңның 7-бабы.'

  it('is warned of to clerk and head, and goes on once each has seen it', async () => {
    const earlier = await fileAndAssign(almaty)
    await answerAppeal(almaty, earlier, { outcome: 'satisfied', text })
    const [row] = await product.database.rows(`select number from t_almaty.appeal where id = $1`, [earlier])
    const warning = { key: 'letters:error.similar', values: { number: row?.number, percent: 100 } }
    const id = await fileAndAssign(almaty)
    const again = { version: 2, draftVersion: 0, outcome: 'satisfied', text: text.replace('7', '9') } as const
    await expect(almaty.as(clerk(), (ctx) => submitAnswer(ctx, id, again))).rejects.toMatchObject({
      fields: { similar: warning },
    })
    await almaty.as(clerk(), (ctx) => submitAnswer(ctx, id, { ...again, similar: 'yes' }))
    await expect(almaty.as(head(), (ctx) => signAnswer(ctx, id, { version: 3 }))).rejects.toMatchObject({
      fields: { similar: warning },
    })
    await almaty.as(head(), (ctx) => signAnswer(ctx, id, { version: 3, similar: 'yes' }))
    expect((await eventsOf(id)).slice(-2)).toEqual(['appeal.answerSubmitted', 'appeal.answered'])
  })

  it('leaves nothing behind where the head does not confirm: no answer, no letter, no event', async () => {
    const earlier = await fileAndAssign(almaty)
    const other = text.replace('шамдар', 'терезелер').replace('жарық', 'жылу')
    await answerAppeal(almaty, earlier, { outcome: 'satisfied', text: other })
    const id = await fileAndAssign(almaty)
    await submitTo(almaty, id, { outcome: 'satisfied', text: other })
    await expect(almaty.as(head(), (ctx) => signAnswer(ctx, id, { version: 3 }))).rejects.toMatchObject({
      name: 'InvalidInput',
    })
    const left = await product.database.rows(
      `select (select count(*) from t_almaty.answer where appeal_id = $1)::int as answers,
              (select count(*) from t_almaty.answer_letter where appeal_id = $1)::int as letters`,
      [id],
    )
    expect(left).toEqual([{ answers: 0, letters: 0 }])
    expect(await eventsOf(id)).not.toContain('appeal.answered')
  })
})

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { WithdrawAppeal } from '#app/features/appeals/resident-acts.schema.ts'
import { withdrawAppeal } from '#app/features/appeals/withdraw-appeal.server.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { knowing, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import type { Event } from './features/notices/public.server.ts'
import { listChoices } from './features/ratings/choices.queries.server.ts'
import { declineReopening } from './features/ratings/decide-reopening.server.ts'
import { rateAnswer } from './features/ratings/rate-answer.server.ts'
import { askTranslation } from './features/translations/ask-translation.server.ts'
import { tenantReactions } from './jobs.server.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const away = () => Promise.reject(new Error('The far end is away'))

/** Follows what has happened to an appeal, all of it or one kind of event, as the worker does, while mail and SMS go nowhere. */
async function follow(appealId: string, only?: string): Promise<void> {
  const events = await product.database.rows<Event>(
    `select id, event, subject_kind as "subjectKind", subject_id as "subjectId", refs from t_almaty.outbox
      where subject_id = $1 or refs ->> 'appealId' = $1 order by id`,
    [appealId],
  )
  const post = { mail: away, sms: away, lastTry: false }
  await product.almaty.as({ kind: 'system' }, async (ctx) => {
    for (const event of events.filter((one) => only === undefined || one.event === only))
      await tenantReactions[event.event]?.(ctx, event, post).catch(() => undefined)
  })
}

const ask = async (appealId: string) => {
  const input = { submissionKey: crypto.randomUUID(), toLanguage: 'ru' } as const
  await product.almaty.as(product.almaty.dispatcher, (ctx) => askTranslation(ctx, appealId, input))
}
const stateOf = async (appealId: string) =>
  (
    await product.database.rows<{ status: string }>(
      `select status from t_almaty.translation_request where appeal_id = $1`,
      [appealId],
    )
  )[0]?.status

const withdraw = (appealId: string) =>
  product.almaty.as(knowing(appealId), (ctx) =>
    withdrawAppeal(ctx, appealId, WithdrawAppeal.parse({ submissionKey: crypto.randomUUID(), reason: '' })),
  )

describe('a translation that colleagues wait for', () => {
  it('is withdrawn where what the person wanted reopened stays as it was answered', async () => {
    const { almaty } = product
    const id = await fileAndAssign(almaty)
    await answerAppeal(almaty, id, { outcome: 'explained', text: 'Кесте түзетілді. Негізі: ӘРПК 76-бабы.' })
    const choices = await almaty.as({ kind: 'system' }, (ctx) => listChoices(ctx))
    const choiceId = choices.find(({ meaning }) => meaning === 'notSolved')?.id ?? ''
    const rating = { submissionKey: crypto.randomUUID(), choiceId, words: 'Автобус бәрібір келмейді' }
    await almaty.as(knowing(id), (ctx) => rateAnswer(ctx, id, rating))
    await ask(id)
    await almaty.as(almaty.dispatcher, async (ctx) => {
      const { version } = await getAppeal(ctx, id)
      await declineReopening(ctx, id, { version, declineWhy: 'Автобус жүріп тұр' })
    })
    expect(await stateOf(id)).toBe('open')
    await follow(id, 'appeal.reopenDeclined')
    expect(await stateOf(id)).toBe('withdrawn')
  })

  it('is withdrawn with the end of its appeal, whichever it was and though the post is away', async () => {
    const answered = await fileAndAssign(product.almaty)
    const withdrawn = await fileAndAssign(product.almaty)
    const nobodys = await fileAppeal(product.almaty)
    const open = await fileAndAssign(product.almaty)
    const all = [answered, withdrawn, nobodys, open]
    for (const id of all) await ask(id)
    const text = 'Автобус кестемен жүреді. Негізі: Заңның 5-бабы.'
    await answerAppeal(product.almaty, answered, { outcome: 'satisfied', text })
    await withdraw(withdrawn)
    await withdraw(nobodys)
    for (const id of all) await follow(id)
    expect(await Promise.all(all.map(stateOf))).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'open'])
  })
})

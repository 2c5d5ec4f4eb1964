import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { Refusal } from '#app/core/errors.ts'
import { actBy, draftBy, signBy, approveBy } from '#infra/testing/acts.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { deliveredMails } from '#infra/testing/deliver.ts'
import { knowing, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { getAppeal } from './features/appeals/appeals.queries.server.ts'
import { getDeskAppeal } from './features/appeals/desk-appeal.queries.server.ts'
import { getTrackedAppeal } from './features/appeals/tracked-appeal.queries.server.ts'
import { isLive } from './features/appeals/share.ts'
import { getShares } from './features/appeals/shares.queries.server.ts'
import { addCosigner } from './features/cosigners/add-cosigner.server.ts'
import { AddCosigner } from './features/cosigners/cosigners.schema.server.ts'
import { MergeAppeals } from './features/duplicates/duplicates.schema.ts'
import { fatePrefix } from './features/duplicates/fate.ts'
import { mergeAppeals, unmergeAppeals } from './features/duplicates/merge-appeals.server.ts'
import { listChoices } from './features/ratings/choices.queries.server.ts'
import { reopenAppeal } from './features/ratings/decide-reopening.server.ts'
import { rateAnswer } from './features/ratings/rate-answer.server.ts'
import { getOwnRating } from './features/ratings/ratings.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
})
afterAll(() => product?.close())
beforeEach(() => almaty.clock.move(mondayMorning))

const system = { kind: 'system' } as const
const key = () => crypto.randomUUID()
const clerk = () => almaty.clerks['passenger-transport']
const head = () => almaty.heads['passenger-transport']
const first = { outcome: 'explained', text: 'Автобус кестесі түзетілді. Негізі: ӘРПК 76-бабы.' } as const
const second = { outcome: 'satisfied', text: 'Бағытқа қосымша көлік шығарылды. Негізі: ӘРПК 76-бабы.' } as const
const rowOf = (id: string) => almaty.as(system, (ctx) => getAppeal(ctx, id))
const openShare = async (id: string) => (await almaty.as(system, (ctx) => getShares(ctx, id))).find(isLive)?.id ?? ''
const extension = async (id: string) =>
  ({ kind: 'extension', assignmentId: await openShare(id), until: '20.01.2027' }) as const

async function rateUnsolved(id: string, who = id) {
  const choices = await almaty.as(system, (ctx) => listChoices(ctx))
  const choiceId = choices.find(({ meaning }) => meaning === 'notSolved')?.id ?? ''
  const rating = { submissionKey: key(), choiceId, words: 'Автобус бәрібір келмейді' }
  await almaty.as(knowing(who), (ctx) => rateAnswer(ctx, id, rating))
}

/** The person says that nothing is solved, and a dispatcher has the appeal answered again. */
async function reopen(id: string, to = clerk()) {
  await rateUnsolved(id)
  const { version } = await rowOf(id)
  const input = { version, reopenTo: to.agencyId ?? '', reopenWhy: 'Маршрут қайта тексеріледі' }
  await almaty.as(almaty.dispatcher, (ctx) => reopenAppeal(ctx, id, input))
}

async function mergeInto(id: string, otherId: string, fates: Readonly<Record<string, string>> = {}) {
  const [one, other] = [await rowOf(id), await rowOf(otherId)]
  const versions = { version: one.version, otherVersion: other.version }
  const input = MergeAppeals.parse({ otherId, ...versions, ...fates, mergeReason: 'Бір аула туралы' })
  await almaty.as(almaty.dispatcher, (ctx) => mergeAppeals(ctx, id, input))
}

async function sign(id: string, signerEmail: string): Promise<string> {
  const input = AddCosigner.parse({
    submissionKey: key(),
    signerName: 'Көршісі Марат',
    signerEmail,
    signerLanguage: 'ru',
  })
  await almaty.as(almaty.dispatcher, (ctx) => addCosigner(ctx, id, input))
  const [row] = await product.database.rows<{ id: string }>(
    'select id from t_almaty.cosigner where submission_key = $1',
    [input.submissionKey],
  )
  return row?.id ?? ''
}

describe('the clock of an appeal that was reopened', () => {
  it('runs anew: what extended the former one moves it no more, and is not told among its steps', async () => {
    const [extended, plain] = [await fileAndAssign(almaty), await fileAndAssign(almaty)]
    await actBy(almaty, clerk(), head(), extended, await extension(extended))
    expect((await rowOf(extended)).dueOn).toBe('2027-01-20')
    for (const id of [extended, plain]) {
      await answerAppeal(almaty, id, first)
      await reopen(id)
    }
    expect((await rowOf(extended)).dueOn).toBe((await rowOf(plain)).dueOn)
    const explained = (id: string) =>
      almaty.as(almaty.dispatcher, async (ctx) => JSON.stringify((await getDeskAppeal(ctx, id)).clocks))
    expect(await explained(extended)).not.toContain('20.01.2027')
  })

  it('is extended by an act of its own, and by none that was drafted for the former one', async () => {
    const id = await fileAndAssign(almaty)
    const former = await draftBy(almaty, clerk(), id, await extension(id))
    await answerAppeal(almaty, id, first)
    await reopen(id)
    await expect(approveBy(almaty, head(), id, former)).rejects.toThrow(Refusal)
    await expect(signBy(almaty, head(), id, former)).rejects.toThrow(Refusal)
    await actBy(almaty, clerk(), head(), id, await extension(id))
    expect((await rowOf(id)).dueOn).toBe('2027-01-20')
  })
})

describe('an appeal that was answered together with one that was reopened', () => {
  it('is not parted from it any more: it was answered', async () => {
    const [id, other] = [await fileAndAssign(almaty), await fileAppeal(almaty)]
    await mergeInto(id, other)
    await answerAppeal(almaty, id, first)
    await reopen(id)
    const [one, two] = [await rowOf(id), await rowOf(other)]
    const input = { otherId: other, version: one.version, otherVersion: two.version, unmergeReason: 'Басқа аула' }
    const parted = almaty.as(almaty.dispatcher, (ctx) => unmergeAppeals(ctx, id, input))
    await expect(parted).rejects.toMatchObject({ reason: { key: 'duplicates:error.answered' } })
  })
})

describe('people who stand behind an appeal that was reopened', () => {
  it('are all told, each in their language; who brought it alone says what the answer was worth', async () => {
    const id = await fileAndAssign(almaty, { email: 'reopened@mail.example' })
    const cosignerId = await sign(id, 'cosigner@mail.example')
    await answerAppeal(almaty, id, first)
    await expect(rateUnsolved(id, cosignerId)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await almaty.as(knowing(cosignerId), (ctx) => getOwnRating(ctx, id))).toMatchObject({ given: [] })
    await deliveredMails(almaty, product, [id, cosignerId])
    await reopen(id)
    const told = await deliveredMails(almaty, product, [id, cosignerId])
    expect(told.get('reopened@mail.example')?.[0]?.subject).toContain('қайта басталды')
    expect(told.get('cosigner@mail.example')?.[0]?.subject).toContain('возобновлено')
    // Why they are not content the person told the centre, and nobody else.
    const read = (who: string) =>
      almaty.as(knowing(who), async (ctx) => JSON.stringify(await getTrackedAppeal(ctx, id)))
    expect(await read(id)).toContain('Автобус бәрібір келмейді')
    expect(await read(cosignerId)).not.toContain('Автобус бәрібір келмейді')
  })

  it('are answered once more together with those of an appeal that is merged into it then', async () => {
    const id = await fileAndAssign(almaty, { email: 'survivor-again@mail.example' })
    await answerAppeal(almaty, id, first)
    await reopen(id)
    const other = await fileAppeal(almaty, { email: 'merged-later@mail.example', text: 'Автобус 121 келмейді, кешке.' })
    await mergeInto(id, other)
    expect(await rowOf(id)).toMatchObject({ status: 'assigned', round: 2 })
    await deliveredMails(almaty, product, [id, other])
    await answerAppeal(almaty, id, second)
    const told = await deliveredMails(almaty, product, [id, other])
    for (const address of ['survivor-again@mail.example', 'merged-later@mail.example'])
      expect(told.get(address)?.[0]?.text, address).toContain(second.text)
    expect(await rowOf(id)).toMatchObject({ status: 'answered', round: 2 })
  })

  it('may come back to a body that answered before: its share of an appeal merged in then moves over', async () => {
    const id = await fileAndAssign(almaty)
    await answerAppeal(almaty, id, first)
    await reopen(id, almaty.clerks['housing-utilities'])
    const other = await fileAndAssign(almaty)
    await mergeInto(id, other, { [`${fatePrefix}${await openShare(other)}`]: 'move' })
    const shares = await almaty.as(system, (ctx) => getShares(ctx, id))
    expect(shares.filter(isLive).map(({ agencyId, round }) => [agencyId, round])).toEqual([
      [almaty.clerks['housing-utilities'].agencyId, 2],
      [clerk().agencyId, 2],
    ])
  })
})

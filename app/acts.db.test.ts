import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { getTrackedAppeal } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { signAnswer } from '#app/features/appeals/sign-answer.server.ts'
import { withdrawAppeal } from '#app/features/appeals/withdraw-appeal.server.ts'
import { actBy, actForm, approveBy, draftBy, reasons, signBy } from '#infra/testing/acts.ts'
import { answerAppeal, fileAndAssign, fileAppeal, submitTo } from '#infra/testing/appeals.ts'
import { agencyIds, answerWords, fileAndSplit, shareIdOf, shareVersion, versionOf } from '#infra/testing/bodies.ts'
import { killedAt } from '#infra/testing/kill.ts'
import { knowing, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { getActsToDo } from '#app/features/acts/acts.queries.server.ts'
import { discardAct, returnAct } from '#app/features/acts/approve-act.server.ts'
import { getDeskAct } from '#app/features/acts/desk-act.queries.server.ts'
import { draftAct, redraftAct } from '#app/features/acts/draft-act.server.ts'
import { signAct } from '#app/features/acts/sign-act.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let centreHead: StaffPrincipal
let idOf: (slug: string) => string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  centreHead = await almaty.hire('centre-head', 'Гауһар Мысалова', ['centreHead'])
  idOf = await agencyIds(product, 'almaty')
  await product.database.rows(`update t_almaty.agency set email = 'chamber@body.example' where slug = 'entrepreneurs'`)
})
afterAll(() => product?.close())

const transport = 'passenger-transport'
const clerk = () => almaty.clerks[transport]
const head = () => almaty.heads[transport]
const rows = <T extends object>(text: string, values: unknown[] = []) => product.database.rows<T>(text, values)
const shareOf = (id: string) => shareIdOf(product, id, idOf(transport))
const appealOf = (id: string) => almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))
const factsOf = async (id: string, event: string) =>
  rows<{ facts: Record<string, unknown>; refs: Record<string, string> }>(
    `select facts, refs from t_almaty.outbox where subject_id = $1 and event = $2 order by id`,
    [id, event],
  )
const extension = async (id: string, until = '20.01.2027') =>
  ({ kind: 'extension', assignmentId: await shareOf(id), until }) as const

/** Does `work` at another moment. */
async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  almaty.clock.move(new Date(moment))
  return work().finally(() => almaty.clock.move(mondayMorning))
}

describe('an extension', () => {
  it('is drafted by a clerk, approved and signed by the head, and moves the date that the person sees', async () => {
    const id = await fileAndAssign(almaty)
    expect((await appealOf(id)).dueOn).toBe('2026-12-14')
    const actId = await actBy(almaty, clerk(), head(), id, await extension(id))
    const appeal = await appealOf(id)
    expect(appeal).toMatchObject({ dueOn: '2027-01-20', status: 'assigned' })
    expect(appeal.dueAt.toISOString()).toBe('2027-01-20T13:30:00.000Z')
    // The notice is due three working days after the signature of 23 November: the vector.
    const [notice] = await rows(`select notice_by::text, state, event_id from t_almaty.act_notice where act_id = $1`, [
      actId,
    ])
    expect(notice).toEqual({ notice_by: '2026-11-26', state: 'due', event_id: null })
    expect(await factsOf(id, 'appeal.extended')).toEqual([
      {
        facts: { ground: 'factFinding', dueOn: '2027-01-20', formerDueOn: '2026-12-14' },
        refs: { actId, assignmentId: await shareOf(id) },
      },
    ])
    const tracked = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(tracked.timeline.at(-1)).toMatchObject({ event: 'extended', due: { from: '14.12.2026', to: '20.01.2027' } })
    const steps = tracked.clocks?.overall?.steps ?? []
    expect(steps.map(({ kind }) => kind)).toEqual(['start', 'term', 'extension'])
    expect(steps.at(-1)?.ground).toBe('істің мән-жайын анықтау қажет')
  })

  it('is frozen with name, post, time and a hash that shows any later change', async () => {
    const id = await fileAndAssign(almaty)
    const actId = await actBy(almaty, clerk(), head(), id, await extension(id))
    const look = () => almaty.as(head(), (ctx) => getDeskAct(ctx, id, actId))
    const act = await look()
    expect(act.people.signer).toMatch(/^Еркін Басшыбаев, Басшы, .+, 23\.11\.2026 09:00$/)
    expect(act.number).toBe(`${(await appealOf(id)).number}/1`)
    expect(act.signature?.intact).toBe(true)
    await rows(`update t_almaty.act set until_on = '2027-01-22' where id = $1`, [actId])
    expect((await look()).signature?.intact).toBe(false)
  })

  it.each([
    ['26.01.2027', 'acts:error.untilTooLate'],
    ['14.12.2026', 'acts:error.untilTooEarly'],
    // A Saturday: the next worked day, 14 December, is where it stands already.
    ['12.12.2026', 'acts:error.untilTooEarly'],
  ])('until %s is refused: two months in all, and later than it stands', async (until, key) => {
    const id = await fileAndAssign(almaty)
    const refused = draftBy(almaty, clerk(), id, await extension(id, until))
    await expect(refused).rejects.toMatchObject({ fields: { until: { key } } })
  })

  it('of two months goes to the next worked day where the last is free', async () => {
    const id = await fileAndAssign(almaty)
    const actId = await actBy(almaty, clerk(), head(), id, await extension(id, '23.01.2027'))
    // 23 January 2027 is a Saturday; what is signed and told says the day that counts.
    expect((await appealOf(id)).dueOn).toBe('2027-01-25')
    expect(await almaty.as(head(), (ctx) => getDeskAct(ctx, id, actId))).toMatchObject({ until: '25.01.2027' })
  })

  it('is not made once the term is over', async () => {
    const id = await fileAndAssign(almaty)
    await at('2026-12-15T05:00:00Z', async () =>
      expect(draftBy(almaty, clerk(), id, await extension(id))).rejects.toThrow('acts:error.notNow'),
    )
  })

  it.each([
    ['in another language', 'Необходимо дополнительное время, статья 76 АППК.', 'acts:error.language'],
    ['without a norm', 'Мән-жайды анықтау үшін қосымша уақыт қажет болып тұр.', 'acts:error.norm'],
  ])('%s is refused', async (_what, text, key) => {
    const id = await fileAndAssign(almaty)
    const refused = draftBy(almaty, clerk(), id, { ...(await extension(id)), text })
    await expect(refused).rejects.toMatchObject({ fields: { text: { key } } })
  })

  it('moves the co-executor’s date with the lead’s, and no other body’s form grows old', async () => {
    const id = await fileAndSplit(almaty, idOf)
    const dues = async () =>
      Object.fromEntries(
        (
          await rows<{ role: string; due: string }>(
            `select role, due_on::text as due from t_almaty.assignment where appeal_id = $1`,
            [id],
          )
        ).map(({ role, due }) => [role, due]),
      )
    // The co-executor ends as many working days before its lead as the region says: one.
    expect(await dues()).toEqual({ lead: '2026-12-14', co: '2026-12-11', own: '2026-12-14' })
    const seen = await shareVersion(almaty, id, 'housing-utilities')
    await actBy(almaty, clerk(), head(), id, await extension(id))
    expect(await shareVersion(almaty, id, 'housing-utilities')).toBe(seen)
    expect(await dues()).toEqual({ lead: '2027-01-20', co: '2027-01-19', own: '2026-12-14' })
  })
})

describe('an act passes two people', () => {
  it('nobody approves or signs what they drafted, though they be the head', async () => {
    const id = await fileAndAssign(almaty)
    const actId = await draftBy(almaty, head(), id, await extension(id))
    await expect(approveBy(almaty, head(), id, actId)).rejects.toThrow('acts:error.ownDraft')
    const deputy = await almaty.hire(`deputy-${actId}`, 'Орынбасар Үлгі', ['agencyHead'], transport)
    await approveBy(almaty, deputy, id, actId)
    await expect(signBy(almaty, head(), id, actId)).rejects.toThrow('acts:error.ownDraft')
    await signBy(almaty, deputy, id, actId)
    expect((await appealOf(id)).dueOn).toBe('2027-01-20')
  })

  it('not signed before it is approved, nor twice, nor from an old page', async () => {
    const id = await fileAndAssign(almaty)
    const actId = await draftBy(almaty, clerk(), id, await extension(id))
    await expect(signBy(almaty, head(), id, actId)).rejects.toThrow('acts:error.notNow')
    await approveBy(almaty, head(), id, actId)
    await expect(almaty.as(head(), (ctx) => signAct(ctx, id, actId, { version: 1 }))).rejects.toMatchObject({
      reason: { key: 'acts:error.changedMeanwhile', values: { who: 'Еркін Басшыбаев' } },
    })
    await signBy(almaty, head(), id, actId)
    await expect(signBy(almaty, head(), id, actId)).rejects.toThrow('acts:error.notNow')
    expect(await factsOf(id, 'appeal.extended')).toHaveLength(1)
  })

  it('given back with a reason it is written anew, and put aside it is nobody’s', async () => {
    const id = await fileAndAssign(almaty)
    const form = await extension(id)
    const actId = await draftBy(almaty, clerk(), id, form)
    await almaty.as(head(), (ctx) => returnAct(ctx, id, actId, { version: 1, reason: 'Мерзім тым ұзақ' }))
    expect((await almaty.as(clerk(), (ctx) => getDeskAct(ctx, id, actId))).returnReason).toBe('Мерзім тым ұзақ')
    const shorter = { ...actForm({ ...form, until: '28.12.2026' }), version: 2 }
    await almaty.as(clerk(), (ctx) => redraftAct(ctx, id, actId, shorter))
    await approveBy(almaty, head(), id, actId)
    await expect(almaty.as(clerk(), (ctx) => redraftAct(ctx, id, actId, { ...shorter, version: 4 }))).rejects.toThrow(
      'acts:error.notNow',
    )
    await almaty.as(clerk(), (ctx) => discardAct(ctx, id, actId, { version: 4 }))
    await expect(signBy(almaty, head(), id, actId)).rejects.toThrow('acts:error.notNow')
    expect((await appealOf(id)).dueOn).toBe('2026-12-14')
  })

  it('the same form makes one draft, and a second one of the kind waits for the first', async () => {
    const id = await fileAndAssign(almaty)
    const form = actForm(await extension(id))
    const twice = [1, 2].map(() => almaty.as(clerk(), (ctx) => draftAct(ctx, id, form)))
    const [one, other] = await Promise.all(twice)
    expect(one).toBe(other)
    await expect(draftBy(almaty, clerk(), id, await extension(id))).rejects.toThrow('acts:error.draftedAlready')
  })

  it('of another agency, of another region, or without the role: nothing', async () => {
    const id = await fileAndAssign(almaty)
    const form = await extension(id)
    const actId = await draftBy(almaty, clerk(), id, form)
    const housing = almaty.heads['housing-utilities']
    await expect(approveBy(almaty, housing, id, actId)).rejects.toThrow(NotFound)
    await expect(approveBy(almaty, almaty.dispatcher, id, actId)).rejects.toThrow(ForbiddenError)
    await expect(approveBy(almaty, centreHead, id, actId)).rejects.toThrow(ForbiddenError)
    await expect(approveBy(almaty, clerk(), id, actId)).rejects.toThrow(ForbiddenError)
    await expect(draftBy(almaty, almaty.admin, id, form)).rejects.toThrow(NotFound)
    await expect(shymkent.as(shymkent.heads[transport], (ctx) => getDeskAct(ctx, id, actId))).rejects.toThrow(NotFound)
    expect(await almaty.as(head(), (ctx) => getActsToDo(ctx))).toMatchObject({
      waiting: expect.arrayContaining([expect.objectContaining({ id: actId })]) as unknown,
    })
    expect((await shymkent.as(shymkent.heads[transport], (ctx) => getActsToDo(ctx))).waiting).toEqual([])
    expect((await almaty.as(housing, (ctx) => getActsToDo(ctx))).waiting).toEqual([])
  })
})

describe('a suspension', () => {
  const suspension = async (id: string, until: string) =>
    ({ kind: 'suspension', assignmentId: await shareOf(id), ground: 'expertise', until }) as const

  it('lets the clock stand, and a resumption lets it go on with what was left', async () => {
    const id = await fileAndAssign(almaty)
    // On Tuesday 1 December ten working days are left, that day among them.
    await at('2026-12-01T05:00:00Z', async () => {
      await actBy(almaty, clerk(), head(), id, await suspension(id, '25.12.2026'))
      await expect(draftBy(almaty, clerk(), id, await extension(id))).rejects.toThrow('acts:error.notNow')
    })
    // Goes on by itself on Friday the 25th: 25, 28–31 December, 5, 6, 8, 11 and 12 January.
    expect((await appealOf(id)).dueOn).toBe('2027-01-12')
    await at('2026-12-03T05:00:00Z', async () => {
      await submitTo(almaty, id, answerWords)
      const signing = answerAppealNow(id)
      await expect(signing).rejects.toThrow('appeals:error.suspended')
    })
    await at('2026-12-08T05:00:00Z', async () => {
      const assignmentId = await shareOf(id)
      await actBy(almaty, clerk(), head(), id, { kind: 'resumption', assignmentId })
      await answerAppealNow(id)
    })
    // Ten days from Tuesday the 8th, that day the first: 8–11, 14, 15, then 17, 18, 21 and 22; the 16th is a holiday.
    expect(await appealOf(id)).toMatchObject({ dueOn: '2026-12-22', status: 'answered' })
  })

  /** Signs the answer that waits. */
  const answerAppealNow = async (id: string) => {
    await almaty.as(head(), async (ctx) =>
      signAnswer(ctx, id, { version: (await getAppeal(ctx, id)).version, similar: 'yes' }),
    )
  }

  it('is over by itself on its last day, and then there is nothing to resume', async () => {
    const id = await fileAndAssign(almaty)
    const assignmentId = await shareOf(id)
    await actBy(almaty, clerk(), head(), id, await suspension(id, '30.11.2026'))
    await at('2026-11-30T05:00:00Z', async () => {
      const resumption = draftBy(almaty, clerk(), id, { kind: 'resumption', assignmentId })
      await expect(resumption).rejects.toThrow('acts:error.notNow')
      await answerAppeal(almaty, id, answerWords)
    })
    expect((await appealOf(id)).status).toBe('answered')
  })

  it('needs a day to come', async () => {
    const id = await fileAndAssign(almaty)
    await expect(draftBy(almaty, clerk(), id, await suspension(id, '23.11.2026'))).rejects.toThrow(InvalidInput)
  })
})

describe('the end of an appeal by an act', () => {
  const leaving = { kind: 'leaving', ground: 'essenceUnclear' } as const

  it('is the centre’s: drafted by the dispatcher, signed by its head; every share ends by it and every body is told', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await expect(draftBy(almaty, clerk(), id, leaving)).rejects.toThrow(ForbiddenError)
    const pending = await draftBy(almaty, clerk(), id, await extension(id))
    const actId = await actBy(almaty, almaty.dispatcher, centreHead, id, leaving)
    const appeal = await appealOf(id)
    expect(appeal.status).toBe('leftUnconsidered')
    expect(appeal.closedAt).toEqual(mondayMorning)
    expect(await rows(`select distinct status from t_almaty.assignment where appeal_id = $1`, [id])).toEqual([
      { status: 'withdrawn' },
    ])
    const told = await rows<{ refs: Record<string, string> }>(
      `select refs from t_almaty.outbox where event = 'share.withdrawn' and refs->>'appealId' = $1`,
      [id],
    )
    expect(told.map(({ refs }) => refs.actId)).toEqual([actId, actId, actId])
    expect(await rows(`select status from t_almaty.act where id = $1`, [pending])).toEqual([{ status: 'discarded' }])
    await expect(
      almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { submissionKey: crypto.randomUUID(), reason: '' })),
    ).rejects.toThrow('appeals:error.endedByAct')
  })

  it('as a repeat names an appeal of the same person that was answered before', async () => {
    const first = await fileAndAssign(almaty)
    await answerAppeal(almaty, first, answerWords)
    almaty.clock.move(new Date('2026-11-24T05:00:00Z'))
    const again = await fileAppeal(almaty)
    const another = await fileAppeal(almaty, { iin: '030214600018', fullName: 'Басқа Адам' })
    almaty.clock.move(mondayMorning)
    const repeat = { kind: 'termination', ground: 'decidedAlready', earlier: (await appealOf(first)).number ?? '' }
    await at('2026-11-24T06:00:00Z', async () => {
      await expect(draftBy(almaty, almaty.dispatcher, another, repeat)).rejects.toMatchObject({
        fields: { earlier: { key: 'acts:error.earlierOfAnother' } },
      })
      await expect(
        draftBy(almaty, almaty.dispatcher, again, { ...repeat, earlier: '75-26-999999' }),
      ).rejects.toMatchObject({ fields: { earlier: { key: 'acts:error.earlierUnknown' } } })
      await actBy(almaty, almaty.dispatcher, centreHead, again, repeat)
    })
    expect((await appealOf(again)).status).toBe('terminated')
    const open = await fileAppeal(almaty)
    const undecided = { ...repeat, earlier: (await appealOf(open)).number ?? '' }
    await expect(draftBy(almaty, almaty.dispatcher, await fileAppeal(almaty), undecided)).rejects.toMatchObject({
      fields: { earlier: { key: 'acts:error.earlierUndecided' } },
    })
  })

  it('that is cut off half-way has ended nothing, and is done whole the second time', async () => {
    const id = await fileAndAssign(almaty)
    const actId = await draftBy(almaty, almaty.dispatcher, id, leaving)
    await approveBy(almaty, centreHead, id, actId)
    const before = await versionOf(almaty, id)
    expect(await killedAt(product, 't_almaty.answer_letter', () => signBy(almaty, centreHead, id, actId))).toBe(
      'cut off',
    )
    expect(await appealOf(id)).toMatchObject({ status: 'assigned', version: before })
    expect(await rows(`select act_id from t_almaty.act_notice where act_id = $1`, [actId])).toEqual([])
    await signBy(almaty, centreHead, id, actId)
    expect((await appealOf(id)).status).toBe('leftUnconsidered')
    expect(await factsOf(id, 'appeal.leftUnconsidered')).toHaveLength(1)
  })

  it('keeps the law’s words: the reasons are the appeal’s own language', async () => {
    const id = await fileAppeal(almaty, { language: 'ru' })
    await expect(draftBy(almaty, almaty.dispatcher, id, { ...leaving, text: reasons })).rejects.toThrow(InvalidInput)
  })
})

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ForbiddenError } from '@casl/ability'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import {
  agencyIds,
  answerWords,
  contestPart,
  fileAndSplit,
  liftPart,
  lightPart,
  linkTo,
  shareIdOf,
  shareVersion,
  signPart,
  submitPart,
  versionOf,
} from '#infra/testing/bodies.ts'
import {
  anyone,
  knowing,
  mondayMorning,
  openTestProduct,
  type TestProduct,
  type TestRegion,
} from '#infra/testing/product.ts'
import { answerByLink } from './answer-by-link.server.ts'
import { answerLetter } from './appeal-mails.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { assignAppeal } from './assign-appeal.server.ts'
import { classifyAppeal } from './classify-appeal.server.ts'
import { keepShare, redirectShare } from './decide-contest.server.ts'
import { getDeskAppeal } from './desk-appeal.queries.server.ts'
import { forwardAppeal } from './forward-appeal.server.ts'
import { splitLetter } from './share-mails.server.ts'
import { splitAppeal } from './split-appeal.server.ts'
import { getTrackedAppeal } from './tracked-appeal.queries.server.ts'
import { withdrawAppeal } from './withdraw-appeal.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let idOf: (slug: string) => string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  idOf = await agencyIds(product, 'almaty')
  await product.database.rows(`update t_almaty.agency set email = 'chamber@body.example' where slug = 'entrepreneurs'`)
})
afterAll(() => product?.close())

const transport = 'passenger-transport'
const housing = 'housing-utilities'
const appealOf = (id: string) => almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))
const deskOf = (who: Parameters<TestRegion['as']>[0], id: string) => almaty.as(who, (ctx) => getDeskAppeal(ctx, id))
const tracked = (id: string) => almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
const rows = <T extends object>(text: string, values: unknown[]) => product.database.rows<T>(text, values)
const eventsOf = async (id: string) =>
  (
    await rows<{ event: string }>(
      `select event from t_almaty.journal where subject_id = $1 or refs->>'appealId' = $1 order by id`,
      [id],
    )
  ).map(({ event }) => event)
const signed = { ...answerWords, signerName: 'Үлгі Асан', signerPost: 'Директор' }
const byLink = async (id: string) => {
  const link = await linkTo(product, await shareIdOf(product, id, idOf('entrepreneurs')))
  await almaty.as(knowing(link.id), (ctx) => answerByLink(ctx, link.id, signed))
}

/** Does `work` at another moment. */
async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  almaty.clock.move(new Date(moment))
  return work().finally(() => almaty.clock.move(mondayMorning))
}

describe('an appeal that is split', () => {
  it('has one lead, a co-executor whose clock ends before, and a forwarded part with a clock of its own', async () => {
    const id = await fileAppeal(almaty)
    await at('2026-11-25T05:00:00Z', () =>
      almaty.as(almaty.dispatcher, (ctx) =>
        splitAppeal(ctx, id, {
          version: 1,
          lead: idOf(transport),
          parts: [
            { agencyId: idOf(housing), part: lightPart },
            { agencyId: idOf('entrepreneurs'), part: liftPart },
          ],
          files: [],
        }),
      ),
    )
    const { status, agencyIds: bodies, dueOn, version } = await appealOf(id)
    // Fifteen working days after the 23rd and the 25th of November; 16 December is a holiday.
    expect({ status, dueOn, version }).toEqual({ status: 'assigned', dueOn: '2026-12-17', version: 2 })
    expect(bodies).toEqual([idOf(transport), idOf(housing), idOf('entrepreneurs')])
    const { shares } = await deskOf(almaty.dispatcher, id)
    expect(shares.map(({ kind, role, dueOn, part }) => [kind, role, dueOn, part])).toEqual([
      ['assigned', 'lead', '14.12.2026', ''],
      ['assigned', 'co', '11.12.2026', lightPart],
      ['forwarded', 'own', '17.12.2026', liftPart],
    ])
    expect(await eventsOf(id)).toEqual([
      'appeal.registered',
      'share.given',
      'share.given',
      'share.given',
      'share.linkSent',
      'appeal.assigned',
      'appeal.split',
    ])
  })

  it('is told to the person at once: which body answers which part, and until when', async () => {
    const id = await fileAndSplit(almaty, idOf)
    const letter = await almaty.as({ kind: 'system' }, (ctx) => splitLetter(ctx, id))
    expect(letter?.text).toContain('Кәсіпкерлер палатасы')
    expect(letter?.text).toContain(liftPart)
    const shown = await tracked(id)
    expect(shown.shares.map(({ role, part, answered }) => [role, part, answered])).toEqual([
      ['lead', '', false],
      ['co', lightPart, false],
      ['own', liftPart, false],
    ])
    expect(shown.timeline.map(({ event }) => event)).toEqual(['registered', 'assigned', 'joined', 'partForwarded'])
  })

  it('counts each clock anew from its own start when its kind changes', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await almaty.as(almaty.dispatcher, (ctx) =>
      classifyAppeal(ctx, id, { version: 2, legalKind: 'complaint', categoryId: null }),
    )
    const { shares } = await deskOf(almaty.dispatcher, id)
    expect(shares.map(({ dueOn }) => dueOn)).toEqual(['22.12.2026', '21.12.2026', '22.12.2026'])
  })

  it('is a dispatcher’s work, among bodies of this region, with one lead and no body twice', async () => {
    const id = await fileAppeal(almaty)
    const input = {
      version: 1,
      lead: idOf(transport),
      parts: [{ agencyId: idOf(housing), part: lightPart }],
      files: [],
    }
    const split = (who: Parameters<TestRegion['as']>[0], changes: object, region = almaty) =>
      region.as(who, (ctx) => splitAppeal(ctx, id, { ...input, ...changes }))
    await expect(split(almaty.clerks[transport], {})).rejects.toBeInstanceOf(NotFound)
    await expect(split(shymkent.dispatcher, {}, shymkent)).rejects.toBeInstanceOf(NotFound)
    const there = await agencyIds(product, 'shymkent')
    for (const foreign of [{ lead: there(transport) }, { parts: [{ agencyId: there('police'), part: lightPart }] }])
      await expect(split(almaty.dispatcher, foreign)).rejects.toBeInstanceOf(NotFound)
    await expect(split(almaty.dispatcher, { lead: idOf('police') }), 'a lead is the akimat’s').rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(split(almaty.dispatcher, { lead: undefined })).rejects.toMatchObject({
      fields: { lead: 'appeals:error.leadMissing' },
    })
    await split(almaty.dispatcher, {})
    await expect(split(almaty.clerks[transport], { version: 2 })).rejects.toBeInstanceOf(ForbiddenError)
    await expect(split(almaty.dispatcher, { version: 2, lead: undefined })).rejects.toMatchObject({
      reason: { key: 'appeals:error.assignedAlready' },
    })
    await expect(
      split(almaty.dispatcher, {
        version: 2,
        lead: idOf('roads'),
        parts: [{ agencyId: idOf('police'), part: liftPart }],
      }),
    ).rejects.toMatchObject({ reason: { key: 'appeals:error.leadAlready' } })
    expect(await rows('select 1 from t_shymkent.assignment', [])).toEqual([])
  })

  it('of two dispatchers at once is one’s, and the other is told whose and when', async () => {
    const id = await fileAppeal(almaty)
    const rival = await almaty.hire('rival', 'Қарсылас Диспетчер', ['dispatcher'])
    const both = [almaty.dispatcher, rival]
    const results = await Promise.allSettled(
      both.map((who) =>
        almaty.as(who, (ctx) =>
          splitAppeal(ctx, id, {
            version: 1,
            lead: idOf(transport),
            parts: [{ agencyId: idOf(housing), part: lightPart }],
            files: [],
          }),
        ),
      ),
    )
    const winner = results.findIndex(({ status }) => status === 'fulfilled')
    expect(results[1 - winner]).toMatchObject({
      status: 'rejected',
      reason: {
        reason: {
          key: 'appeals:error.changedMeanwhile',
          values: { who: both[winner]?.name, when: '23.11.2026 09:00' },
        },
      },
    })
    expect((await eventsOf(id)).filter((event) => event === 'share.given')).toHaveLength(2)
  })
})

describe('the answers of several bodies', () => {
  it('come to the lead from its co-executor, before whom the lead cannot sign, and to the person from lead and outsider', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await submitPart(almaty, id, transport)
    await expect(signPart(almaty, id, transport)).rejects.toMatchObject({
      reason: { key: 'appeals:error.partsOpen', values: { bodies: expect.stringContaining('тұрғын үй') as string } },
    })
    await submitPart(almaty, id, housing)
    await signPart(almaty, id, housing)
    expect((await deskOf(almaty.clerks[transport], id)).answers).toMatchObject([{ role: 'co', text: answerWords.text }])
    expect((await tracked(id)).answers, 'a co-executor answers the lead alone').toEqual([])

    await signPart(almaty, id, transport)
    expect(await appealOf(id)).toMatchObject({ status: 'forwarded', closedAt: null })
    const part = await almaty.as({ kind: 'system' }, (ctx) => answerLetter(ctx, id))
    expect(part?.text, 'who still owes an answer').toContain('Кәсіпкерлер палатасы')
    await byLink(id)
    expect(await appealOf(id)).toMatchObject({ status: 'answered', closedAt: almaty.clock.now() })
    expect((await eventsOf(id)).filter((event) => event.endsWith('nswered'))).toEqual([
      'share.answered',
      'share.answered',
      'appeal.partAnswered',
      'share.answered',
      'appeal.answered',
    ])
    const shown = await tracked(id)
    expect(shown.answers.map(({ signer }) => signer?.split(',')[0])).toEqual([
      almaty.heads[transport].name,
      'Үлгі Асан',
    ])
    const whole = await almaty.as({ kind: 'system' }, (ctx) => answerLetter(ctx, id))
    expect(whole?.text).toContain(liftPart)
  })

  it('are counted once for the country, with the outcome and clock of the whole', async () => {
    const id = await fileAndSplit(almaty, idOf)
    for (const agency of [housing, transport] as const) {
      await submitPart(almaty, id, agency)
      await signPart(almaty, id, agency)
    }
    const link = await linkTo(product, await shareIdOf(product, id, idOf('entrepreneurs')))
    await almaty.as(knowing(link.id), (ctx) => answerByLink(ctx, link.id, { ...signed, outcome: 'refused' }))
    const counted = await rows(
      `select facts from t_almaty.journal where subject_id = $1 and event in ('appeal.answered', 'appeal.forwarded')`,
      [id],
    )
    expect(counted).toEqual([
      { facts: { outcome: 'satisfied', onTime: true, days: 0, category: '', receivedOn: '2026-11-23' } },
    ])
  })

  it('do not make each other’s pages old, and what concerns everybody does', async () => {
    const id = await fileAndSplit(almaty, idOf)
    const before = await shareVersion(almaty, id, transport)
    await submitPart(almaty, id, housing)
    expect(await shareVersion(almaty, id, transport)).toBe(before)
    await almaty.as(almaty.dispatcher, async (ctx) =>
      classifyAppeal(ctx, id, { version: await versionOf(almaty, id), legalKind: 'complaint', categoryId: null }),
    )
    expect(await shareVersion(almaty, id, transport)).toBe(before + 1)
  })
})

describe('"not ours"', () => {
  it('is decided by the dispatcher within a working day, and until then nobody answers', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await at('2026-11-27T05:00:00Z', () => contestPart(almaty, id, housing, idOf('roads')))
    expect(await appealOf(id)).toMatchObject({ status: 'contested' })
    const shown = await deskOf(almaty.dispatcher, id)
    const contested = shown.shares.find(({ role }) => role === 'co')
    // The 27th of November is a Friday.
    expect(contested).toMatchObject({
      status: 'contested',
      canKeep: true,
      contest: { rightId: idOf('roads'), by: almaty.clerks[housing].name, decideBy: '30.11.2026 18:30' },
    })
    await expect(submitPart(almaty, id, housing)).rejects.toMatchObject({
      reason: { key: 'appeals:error.notAnswerable' },
    })
    await expect(contestPart(almaty, id, housing, null)).rejects.toMatchObject({
      reason: { key: 'appeals:error.notContestable' },
    })
    expect((await deskOf(almaty.clerks[housing], id)).can).toMatchObject({ draft: 'notNow', contest: 'notNow' })
  })

  it('is for who has the share: clerk or head; deciding is for dispatchers', async () => {
    const id = await fileAndAssign(almaty, {}, transport)
    await expect(contestPart(almaty, id, transport, idOf(transport))).rejects.toBeInstanceOf(InvalidInput)
    await expect(contestPart(almaty, id, housing, null)).rejects.toBeInstanceOf(NotFound)
    await contestPart(almaty, id, transport, null)
    const assignmentId = await shareIdOf(product, id, idOf(transport))
    const keep = (who: Parameters<TestRegion['as']>[0], region = almaty) =>
      region.as(who, async (ctx) => keepShare(ctx, id, { version: 3, assignmentId, why: 'Құзыретіңізде' }))
    await expect(keep(almaty.clerks[transport])).rejects.toBeInstanceOf(ForbiddenError)
    await expect(keep(almaty.clerks[housing])).rejects.toBeInstanceOf(NotFound)
    await expect(keep(shymkent.dispatcher, shymkent)).rejects.toBeInstanceOf(NotFound)
    await expect(keep(knowing(id))).rejects.toBeInstanceOf(ForbiddenError)
    await keep(almaty.dispatcher)
    expect(await appealOf(id)).toMatchObject({ status: 'assigned' })
    const history = (await deskOf(almaty.clerks[transport], id)).timeline
    expect(history.find(({ event }) => event === 'kept')).toMatchObject({ note: 'Құзыретіңізде' })
    await submitPart(almaty, id, transport)
  })

  it('that is right moves the part on, into the ledger, and suggests where the next one goes', async () => {
    const [category] = await rows<{ id: string }>(`select id from t_almaty.category where slug = 'street-lighting'`, [])
    const categoryId = category?.id ?? ''
    for (const day of ['2026-11-26', '2026-11-30']) {
      const id = await fileAndSplit(almaty, idOf)
      await almaty.as(almaty.dispatcher, (ctx) =>
        classifyAppeal(ctx, id, { version: 2, legalKind: 'report', categoryId }),
      )
      await contestPart(almaty, id, housing, idOf('roads'))
      const assignmentId = await shareIdOf(product, id, idOf(housing))
      await at(`${day}T05:00:00Z`, () =>
        almaty.as(almaty.dispatcher, async (ctx) =>
          redirectShare(ctx, id, {
            version: await versionOf(almaty, id),
            assignmentId,
            toAgency: idOf('roads'),
            why: 'Жарық жол басқармасында',
          }),
        ),
      )
      const { shares } = await deskOf(almaty.dispatcher, id)
      expect(shares.map(({ role, status, part }) => [role, status, part])).toEqual([
        ['lead', 'open', ''],
        ['own', 'open', liftPart],
        ['co', 'open', lightPart],
      ])
      await expect(deskOf(almaty.clerks[housing], id), 'gone from the wrong body').rejects.toBeInstanceOf(NotFound)
      expect((await tracked(id)).timeline.filter(({ withdrawn }) => withdrawn)).toHaveLength(1)
    }
    const fresh = await fileAppeal(almaty)
    await almaty.as(almaty.dispatcher, (ctx) =>
      classifyAppeal(ctx, fresh, { version: 1, legalKind: 'report', categoryId }),
    )
    // Three working days to the 26th, five to the 30th.
    expect((await deskOf(almaty.dispatcher, fresh)).hints).toMatchObject([{ times: 2, days: 8 }])
    expect(await rows('select 1 from t_shymkent.redirect', [])).toEqual([])
  })

  it('of a lead hands the lead on, and not to a body outside while others answer to it', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await contestPart(almaty, id, transport, idOf('police'))
    const assignmentId = await shareIdOf(product, id, idOf(transport))
    const redirect = (to: string) =>
      almaty.as(almaty.dispatcher, async (ctx) =>
        redirectShare(ctx, id, {
          version: await versionOf(almaty, id),
          assignmentId,
          toAgency: idOf(to),
          why: 'Құзыреті бойынша',
        }),
      )
    await expect(redirect('police')).rejects.toMatchObject({ reason: { key: 'appeals:error.leadMustBeLocal' } })
    await expect(redirect(housing)).rejects.toMatchObject({ reason: { key: 'appeals:error.assignedAlready' } })
    await redirect('roads')
    const { shares } = await deskOf(almaty.dispatcher, id)
    expect(shares.find(({ agencyId }) => agencyId === idOf('roads'))).toMatchObject({
      role: 'lead',
      dueOn: '14.12.2026',
    })
  })

  it('of two dispatchers at once is decided once, and the other is told who and when', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await contestPart(almaty, id, housing, idOf('roads'))
    const assignmentId = await shareIdOf(product, id, idOf(housing))
    const version = await versionOf(almaty, id)
    const rival = await almaty.hire('arbiter', 'Екінші Төреші', ['dispatcher'])
    const results = await Promise.allSettled([
      almaty.as(almaty.dispatcher, (ctx) => keepShare(ctx, id, { version, assignmentId, why: 'Қалдырамын' })),
      almaty.as(rival, (ctx) =>
        redirectShare(ctx, id, { version, assignmentId, toAgency: idOf('roads'), why: 'Беремін' }),
      ),
    ])
    const winner = results.findIndex(({ status }) => status === 'fulfilled')
    const who = [almaty.dispatcher, rival][winner]?.name
    expect(results[1 - winner]).toMatchObject({
      status: 'rejected',
      reason: { reason: { key: 'appeals:error.changedMeanwhile', values: { who } } },
    })
    const decided = await rows(`select decision from t_almaty.contest where appeal_id = $1`, [id])
    expect(decided).toEqual([{ decision: winner === 0 ? 'kept' : 'redirected' }])
  })
})

describe('nothing closes silently', () => {
  it('with a withdrawal: every share ends by a step of its own, what was contested lapses, the bodies still see it', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await contestPart(almaty, id, housing, idOf('roads'))
    await almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { submissionKey: crypto.randomUUID(), reason: '' }))
    expect((await eventsOf(id)).slice(-4)).toEqual([
      'share.withdrawn',
      'share.withdrawn',
      'share.withdrawn',
      'appeal.withdrawn',
    ])
    const ended = await rows(`select distinct status from t_almaty.assignment where appeal_id = $1`, [id])
    expect(ended).toEqual([{ status: 'withdrawn' }])
    expect(await rows(`select decision from t_almaty.contest where appeal_id = $1`, [id])).toEqual([
      { decision: 'lapsed' },
    ])
    expect(await deskOf(almaty.clerks[housing], id)).toMatchObject({ status: 'withdrawn', can: { draft: 'notNow' } })
  })

  it('with a whole that goes to one body: the others are taken back one by one, answers stay', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await byLink(id)
    await almaty.as(almaty.dispatcher, async (ctx) =>
      assignAppeal(ctx, id, { version: await versionOf(almaty, id), agencyId: idOf('roads') }),
    )
    const { shares, answers } = await deskOf(almaty.dispatcher, id)
    expect(shares.map(({ role, status }) => [role, status])).toEqual([
      ['own', 'answered'],
      ['lead', 'open'],
    ])
    expect(answers).toHaveLength(1)
    expect((await eventsOf(id)).filter((event) => event === 'share.withdrawn')).toHaveLength(2)
  })

  it('and an anonymous browser sees and does none of it', async () => {
    const id = await fileAndSplit(almaty, idOf)
    await expect(almaty.as(anyone, (ctx) => getTrackedAppeal(ctx, id))).rejects.toBeInstanceOf(NotFound)
    await expect(
      almaty.as(anyone, (ctx) => forwardAppeal(ctx, id, { version: 2, forwardTo: idOf('police') })),
    ).rejects.toBeInstanceOf(NotFound)
  })
})

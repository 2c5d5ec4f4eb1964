import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAppeal } from '#infra/testing/appeals.ts'
import {
  agencyIds,
  answerWords,
  contestPart,
  lightPart,
  linkTo,
  shareIdOf,
  signPart,
  submitPart,
  versionOf,
} from '#infra/testing/bodies.ts'
import { killedAt } from '#infra/testing/kill.ts'
import { knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { answerByLink } from './answer-by-link.server.ts'
import { assignAppeal } from './assign-appeal.server.ts'
import { keepShare, redirectShare } from './decide-contest.server.ts'
import { forwardAppeal } from './forward-appeal.server.ts'
import { splitAppeal } from './split-appeal.server.ts'
import { withdrawAppeal } from './withdraw-appeal.server.ts'

let product: TestProduct
let almaty: TestRegion
let idOf: (slug: string) => string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
  idOf = await agencyIds(product, 'almaty')
})
afterAll(() => product?.close())

const rows = <T extends object>(text: string, values: unknown[]) => product.database.rows<T>(text, values)
const agencies = ['passenger-transport', 'housing-utilities'] as const
const chamber = 'entrepreneurs'
const why = 'Құзыреті бойынша'

type Act = { act: string; agency: (typeof agencies)[number]; to: string }
const acts: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(
    'split',
    'assign',
    'forward',
    'submit',
    'sign',
    'contest',
    'keep',
    'redirect',
    'byLink',
    'withdraw',
  ),
  agency: fc.constantFrom(...agencies),
  to: fc.constantFrom('roads', 'police', chamber, ...agencies),
})

/** Does one thing with an appeal, as whoever may; throws what the command throws. */
async function play(id: string, { act, agency, to }: Act): Promise<void> {
  const version = await versionOf(almaty, id)
  const dispatch = almaty.dispatcher
  const shareId = await shareIdOf(product, id, idOf(agency))
  switch (act) {
    case 'split':
      return almaty.as(dispatch, (ctx) =>
        splitAppeal(ctx, id, {
          version,
          lead: to === 'roads' ? idOf('roads') : undefined,
          parts: [...new Set([agency, chamber])].map((slug) => ({ agencyId: idOf(slug), part: lightPart })),
          files: [],
        }),
      )
    case 'assign':
      return almaty.as(dispatch, (ctx) => assignAppeal(ctx, id, { version, agencyId: idOf(agency) }))
    case 'forward':
      return almaty.as(dispatch, (ctx) => forwardAppeal(ctx, id, { version, forwardTo: idOf('police') }))
    case 'submit':
      return submitPart(almaty, id, agency)
    case 'sign':
      return signPart(almaty, id, agency)
    case 'contest':
      return contestPart(almaty, id, agency, null)
    case 'keep':
      return almaty.as(dispatch, (ctx) => keepShare(ctx, id, { version, assignmentId: shareId, why }))
    case 'redirect':
      return almaty.as(dispatch, (ctx) =>
        redirectShare(ctx, id, { version, assignmentId: shareId, toAgency: idOf(to), why }),
      )
    case 'byLink': {
      const link = await linkTo(product, await shareIdOf(product, id, idOf(chamber)))
      return almaty.as(knowing(link.id), (ctx) =>
        answerByLink(ctx, link.id, { ...answerWords, signerName: 'Үлгі', signerPost: 'Директор' }),
      )
    }
    default:
      return almaty.as(knowing(id), (ctx) =>
        withdrawAppeal(ctx, id, { submissionKey: crypto.randomUUID(), reason: '' }),
      )
  }
}

interface Share {
  id: string
  agency_id: string
  role: string
  status: string
  answered: boolean
  withdrawn: boolean
  ends: string[]
  answers: number
}

/** What must hold of an appeal whatever was done with it, and does not. */
async function wrongOf(id: string): Promise<string[]> {
  const [appeal] = await rows<{
    status: string
    closed: boolean
    agency_ids: string[]
    answered: number
    late: boolean
  }>(
    `select status, closed_at is not null as closed, agency_ids,
        (select count(*)::int from t_almaty.journal j where j.subject_id = a.id and j.event = 'appeal.answered') as answered,
        due_on <> (select max(due_on) from t_almaty.assignment s where s.appeal_id = a.id
          and s.withdrawn_at is null and s.role <> 'co') as late
      from t_almaty.appeal a where id = $1`,
    [id],
  )
  const shares = await rows<Share>(
    `select s.id, agency_id, role, status, answered_at is not null as answered, withdrawn_at is not null as withdrawn,
        array(select event from t_almaty.journal j where j.subject_id = s.id
          and event in ('share.answered', 'share.redirected', 'share.withdrawn')) as ends,
        (select count(*)::int from t_almaty.answer r where r.assignment_id = s.id) as answers
      from t_almaty.assignment s where appeal_id = $1 order by id`,
    [id],
  )
  const undecided = await rows<{ id: string }>(
    `select assignment_id as id from t_almaty.contest where appeal_id = $1 and decision is null`,
    [id],
  )
  if (!appeal) return ['it is gone']
  const live = shares.filter(({ status }) => ['open', 'awaitingSignature', 'contested'].includes(status))
  const held = shares.filter(({ withdrawn }) => !withdrawn).map(({ agency_id }) => agency_id)
  const contested = live.filter(({ status }) => status === 'contested')
  const isAnswered = appeal.status === 'answered'
  const rules: Readonly<Record<string, boolean>> = {
    'closed exactly where answered or withdrawn': appeal.closed === (isAnswered || appeal.status === 'withdrawn'),
    'nothing open remains under a closed appeal': !appeal.closed || live.length === 0,
    'somebody has answered the person': !isAnswered || shares.some(({ answered, role }) => answered && role !== 'co'),
    'answered once, or not at all': appeal.answered === (isAnswered ? 1 : 0),
    'the bodies are those that have it or answered': appeal.status === 'withdrawn' || same(appeal.agency_ids, held),
    'one lead at most': live.filter(({ role }) => role === 'lead').length <= 1,
    'a co-executor has a lead': !live.some(({ role }) => role === 'co') || live.some(({ role }) => role === 'lead'),
    'the person’s clock is the latest': live.length === 0 || !appeal.late,
    'what is contested, and nothing else, waits for a decision': same(idsOf(undecided), idsOf(contested)),
  }
  return [
    ...Object.keys(rules).filter((rule) => !rules[rule]),
    ...shares.flatMap((share) => (endsOnce(share, live.includes(share)) ? [] : [`${share.status} ends otherwise`])),
  ]
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id).toSorted()
const same = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ')

/** A share ends in exactly one way, which its journal, its times and its answer all tell. */
const endsOnce = ({ status, ends, answered, withdrawn, answers }: Share, isLive: boolean) =>
  same(ends, isLive ? [] : [`share.${status}`]) &&
  answered === (status === 'answered') &&
  withdrawn === (status === 'redirected' || status === 'withdrawn') &&
  answers === (answered ? 1 : 0)

describe('whatever dispatchers, bodies and the person do, in whatever order', () => {
  it('an appeal is never answered while a part is open, and every share ends in exactly one way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 14 }), async (chosen) => {
        const id = await fileAppeal(almaty)
        for (const act of chosen) {
          const ended = await play(id, act).then(
            () => 'done',
            (error: unknown) => (error as Error).name,
          )
          // What cannot be done now is refused by name; anything else is a mistake of ours.
          expect(['done', 'Refusal', 'NotFound', 'InvalidInput']).toContain(ended)
          expect(await wrongOf(id)).toEqual([])
        }
      }),
      { numRuns: 25 },
    )
  })

  it('at the same moment too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 5 }), async (chosen) => {
        const id = await fileAppeal(almaty)
        await play(id, { act: 'assign', agency: 'passenger-transport', to: 'roads' })
        await play(id, { act: 'split', agency: 'housing-utilities', to: 'police' })
        await Promise.allSettled(chosen.map((act) => play(id, act)))
        expect(await wrongOf(id)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

it('a split whose connection is killed half-way leaves nothing of itself, and can be done again', async () => {
  const id = await fileAppeal(almaty)
  const input = {
    version: 1,
    lead: idOf('passenger-transport'),
    parts: [{ agencyId: idOf('housing-utilities'), part: lightPart }],
    files: [],
  }
  // The first share stands and is journalled by then.
  const split = () => almaty.as(almaty.dispatcher, (ctx) => splitAppeal(ctx, id, input))
  expect(await killedAt(product, 't_almaty.outbox', split)).toBe('cut off')
  expect(await rows(`select 1 from t_almaty.assignment where appeal_id = $1`, [id])).toEqual([])
  expect(await rows(`select 1 from t_almaty.journal where refs->>'appealId' = $1`, [id])).toEqual([])
  await split()
  expect(await wrongOf(id)).toEqual([])
})

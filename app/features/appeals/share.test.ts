import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShareRole, ShareStatus } from '#db/schema/vocabulary.ts'
import {
  answersPerson,
  holdersOf,
  isLive,
  overallClock,
  shareAllows,
  shareOpenTo,
  statusOf,
  versionSeenBy,
  waitsFor,
  type ShareAct,
} from './share.ts'

const statuses = [
  'open',
  'awaitingSignature',
  'contested',
  'answered',
  'redirected',
  'withdrawn',
] as const satisfies readonly ShareStatus[]

const dueAt = new Date('2026-12-14T13:30:00Z')
const share = (id: string, role: ShareRole, status: ShareStatus, dueOn = '2026-12-14') => ({
  id,
  agencyId: `agency-${id}`,
  round: 1,
  role,
  status,
  dueOn,
  dueAt: new Date(`${dueOn}T13:30:00Z`),
})

describe('the life of a share', () => {
  it('allows in each state what the table says and nothing else', () => {
    const allowed = statuses.map((status) => [
      status,
      (Object.keys(shareOpenTo) as ShareAct[]).filter((act) => shareAllows(act, { status })).join(' '),
    ])
    expect(allowed).toEqual([
      ['open', 'draft submit answerByLink contest redirect takeBack'],
      ['awaitingSignature', 'returnDraft sign takeBack'],
      ['contested', 'keep redirect takeBack'],
      ['answered', ''],
      ['redirected', ''],
      ['withdrawn', ''],
    ])
  })

  it('is over in exactly the states that allow nothing', () => {
    for (const status of statuses)
      expect(isLive({ status })).toBe(
        (Object.keys(shareOpenTo) as ShareAct[]).some((act) => shareAllows(act, { status })),
      )
  })
})

describe('the status of an appeal', () => {
  it.each([
    ['nobody has it', [], 'registered'],
    ['its lead works on it', [share('a', 'lead', 'open')], 'assigned'],
    ['it is forwarded as a whole', [share('a', 'own', 'open')], 'forwarded'],
    ['a part of it is forwarded', [share('a', 'lead', 'open'), share('b', 'own', 'open')], 'assigned'],
    [
      'the lead has answered and a forwarded part is open',
      [share('a', 'lead', 'answered'), share('b', 'own', 'open')],
      'forwarded',
    ],
    [
      'somebody says it is not theirs',
      [share('a', 'lead', 'awaitingSignature'), share('b', 'co', 'contested')],
      'contested',
    ],
    [
      'the answer to the person waits for a signature',
      [share('a', 'lead', 'awaitingSignature'), share('b', 'co', 'open')],
      'awaitingSignature',
    ],
    [
      'a co-executor’s answer waits for one, the lead’s does not',
      [share('a', 'lead', 'open'), share('b', 'co', 'awaitingSignature')],
      'assigned',
    ],
    ['a co-executor alone has answered', [share('a', 'co', 'answered')], 'registered'],
    ['all have answered', [share('a', 'lead', 'answered'), share('b', 'co', 'answered')], 'answered'],
    [
      'it went from one to another, who answered',
      [share('a', 'lead', 'redirected'), share('b', 'own', 'answered')],
      'answered',
    ],
  ] as const)('where %s', (_what, shares, status) => {
    expect(statusOf(shares)).toBe(status)
  })

  it('has the latest clock of those who answer the person', () => {
    const shares = [
      share('a', 'lead', 'answered', '2026-12-14'),
      share('b', 'own', 'open', '2026-12-18'),
      share('c', 'co', 'open', '2026-12-30'),
      share('d', 'own', 'redirected', '2027-01-20'),
    ]
    expect(overallClock(shares)?.dueOn).toBe('2026-12-18')
    expect(overallClock([])).toBeUndefined()
  })

  it('holds up the lead alone, until its co-executors have ended', () => {
    const [lead, co, own] = [share('a', 'lead', 'open'), share('b', 'co', 'contested'), share('c', 'own', 'open')]
    expect(waitsFor([lead, co, own], lead)).toEqual([co])
    expect(waitsFor([lead, co, own], co)).toEqual([])
    expect(waitsFor([lead, { ...co, status: 'answered' as const }, own], lead)).toEqual([])
  })
})

const someShares = fc.array(
  fc.record({ role: fc.constantFrom<ShareRole>('lead', 'co', 'own'), status: fc.constantFrom(...statuses) }),
  { maxLength: 6 },
)

it('whatever its shares are, an appeal is answered only when none is open and the person was answered', () => {
  fc.assert(
    fc.property(someShares, (parts) => {
      const shares = parts.map(({ role, status }, at) => share(String(at), role, status))
      const status = statusOf(shares)
      const isAnswered = !shares.some(isLive) && shares.some((one) => one.status === 'answered' && answersPerson(one))
      expect(status === 'answered').toBe(isAnswered)
      expect(status === 'contested').toBe(shares.some((one) => one.status === 'contested'))
      expect(holdersOf(shares)).toEqual(
        shares.filter((one) => isLive(one) || one.status === 'answered').map(({ agencyId }) => agencyId),
      )
      const isHeld = shares.some((one) => (isLive(one) || one.status === 'answered') && answersPerson(one))
      expect(overallClock(shares)?.dueAt).toEqual(isHeld ? dueAt : undefined)
    }),
  )
})

it('the version a body sees grows by its own acts and by everybody’s, and never by another body’s', () => {
  const acts = fc.array(fc.constantFrom('all', 'a', 'b', 'c'), { maxLength: 20 })
  fc.assert(
    fc.property(acts, (acts) => {
      const steps = { a: 0, b: 0, c: 0 }
      let version = 1
      const seenBy = (id: string) =>
        versionSeenBy(
          { version },
          Object.entries(steps).map(([id, steps]) => ({ id, steps })),
          id,
        )
      for (const act of acts) {
        const before = Object.keys(steps).map(seenBy)
        version += 1
        if (act !== 'all') steps[act as keyof typeof steps] += 1
        const grown = Object.keys(steps).map((id, at) => seenBy(id) - (before[at] ?? 0))
        expect(grown).toEqual(Object.keys(steps).map((id) => (act === 'all' || act === id ? 1 : 0)))
      }
    }),
  )
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextDay, workingCalendar, type DecreedDay } from '#app/features/calendars/calendar.ts'
import { bookOf, dueOf } from '#app/features/calendars/term-book.ts'
import { mainClock, moveOf, shareClock, type ClockAct } from '#app/features/appeals/appeal-clock.server.ts'

const published = JSON.parse(readFileSync('tenants/packs/base/calendar.json', 'utf8')) as DecreedDay[]
const withDays = (own: readonly DecreedDay[]) =>
  bookOf({
    layers: { country: published, own },
    hours: { timeZone: 'Asia/Almaty', dayEnd: '18:30', week: {} },
    terms: [{ legalKind: 'report', workingDays: 15, appliesFrom: '2021-07-01' }],
    innerDays: 3,
  })
const book = withDays([])

const given = new Date('2026-11-23T05:00:00Z')
const lead = { id: 'lead', role: 'lead', assignedAt: given } as const
const co = { id: 'co', role: 'co', assignedAt: given } as const
const own = { id: 'own', role: 'own', assignedAt: new Date('2026-11-25T05:00:00Z') } as const

const extension = (until: string, assignmentId = 'lead', role: ClockAct['role'] = 'lead'): ClockAct => ({
  assignmentId,
  role,
  step: { kind: 'extension', until, ground: 'factFinding' },
})
const suspension = (from: string, until: string, assignmentId = 'lead', role: ClockAct['role'] = 'lead'): ClockAct => ({
  assignmentId,
  role,
  step: { kind: 'suspension', from, until, ground: 'otherCase' },
})

const appeal = (acts: readonly ClockAct[] = []) =>
  ({ legalKind: 'report', registeredOn: '2026-11-23', reopenedOn: null, acts }) as const
const ends = (acts: readonly ClockAct[], share: Parameters<typeof shareClock>[2] = lead) =>
  dueOf(book, shareClock(book, appeal(acts), share)).dueOn

describe('the clock of an appeal with acts', () => {
  it('is extended to the day that the act says; the co-executor follows three working days before', () => {
    // The vector: 23 November +15 is 14 December.
    expect(ends([])).toBe('2026-12-14')
    expect(ends([extension('2027-01-20')])).toBe('2027-01-20')
    expect(ends([extension('2027-01-20')], co)).toBe('2027-01-15')
    expect(ends([], co)).toBe('2026-12-09')
  })

  it('stands while it is suspended and goes on with what was left', () => {
    // From 1 to 14 December ten working days were left; resumed on Tuesday 22 December, which is the first of them:
    // 22, 23, 24, 25, 28, 29, 30 and 31 December, then 5 and 6 January.
    expect(ends([suspension('2026-12-01', '2026-12-22')])).toBe('2027-01-06')
    // The co-executor's stands with it.
    expect(ends([suspension('2026-12-01', '2026-12-22')], co) > ends([], co)).toBe(true)
  })

  it('of a body outside is moved by acts on its own share alone, and moves nobody else’s', () => {
    const theirs = [extension('2027-01-20', 'own', 'own')]
    expect(ends(theirs, own)).toBe('2027-01-20')
    expect(ends(theirs, lead)).toBe('2026-12-14')
    expect(ends([extension('2027-01-20')], own)).toBe(ends([], own))
  })

  it('keeps an extension when another body leads', () => {
    expect(ends([extension('2027-01-20', 'former lead')])).toBe('2027-01-20')
    expect(dueOf(book, mainClock(book, appeal([extension('2027-01-20', 'former lead')]))).dueOn).toBe('2027-01-20')
  })
})

const someDay = fc
  .integer({ min: 0, max: 500 })
  .map((offset) => new Date(Date.UTC(2025, 5, 1) + offset * 86_400_000).toISOString().slice(0, 10))
const plus = (day: string, days: number): string => (days === 0 ? day : plus(nextDay(day), days - 1))
const anAct = (from: string) =>
  fc.oneof(
    fc.tuple(fc.nat(60), fc.nat(40)).map(([begin, long]) => suspension(plus(from, begin), plus(from, begin + long))),
    fc.nat(90).map((days) => extension(plus(from, days))),
  )
const aCase = someDay.chain((from) => fc.tuple(fc.constant(from), fc.array(anAct(from), { maxLength: 4 }), anAct(from)))

describe('whatever acts there are', () => {
  const ending = (registeredOn: string, acts: readonly ClockAct[], share: Parameters<typeof shareClock>[2] = lead) =>
    dueOf(book, shareClock(book, { ...appeal(acts), registeredOn }, share)).dueOn

  it('no term ends on a day that is not worked, and one more act makes none end earlier', () => {
    const calendar = workingCalendar(published)
    fc.assert(
      fc.property(aCase, ([from, acts, more]) => {
        const before = ending(from, acts)
        const after = ending(from, [...acts, more])
        expect(calendar.isWorking(after)).toBe(true)
        expect(after >= before, JSON.stringify(more.step)).toBe(true)
      }),
    )
  })

  it('a suspension that was resumed shortens nothing, and resuming it earlier never makes it later', () => {
    fc.assert(
      fc.property(someDay, fc.nat(20), fc.nat(30), fc.nat(30), (from, begin, long, early) => {
        const begins = plus(from, begin)
        const planned = ending(from, [suspension(begins, plus(begins, long))])
        const resumed = ending(from, [suspension(begins, plus(begins, Math.min(early, long)))])
        expect(resumed >= ending(from, [])).toBe(true)
        expect(resumed <= planned).toBe(true)
      }),
    )
  })

  it('a change of the calendar moves an extended clock only where its own last day is touched', () => {
    const clocked = (acts: readonly ClockAct[]) => ({
      id: 'a',
      ...appeal(acts),
      ...dueOf(book, mainClock(book, appeal(acts))),
    })
    const off = (day: string) => withDays([{ day, kind: 'nonWorking', name: null }])
    const extended = clocked([extension('2027-01-20')])
    // A day off within the first fifteen working days is nothing to a clock that ends by an act.
    expect(moveOf(book, off('2026-12-07'), extended, [])).toMatchObject({ appeal: undefined, unexplained: false })
    expect(moveOf(book, off('2027-01-20'), extended, []).appeal?.to.dueOn).toBe('2027-01-21')
    const stood = clocked([suspension('2026-12-01', '2026-12-22')])
    expect(moveOf(book, off('2026-12-23'), stood, []).appeal?.to.dueOn).toBe('2027-01-08')
    // What was suspended does not count, off or not.
    expect(moveOf(book, off('2026-12-10'), stood, []).unexplained).toBe(false)
  })
})

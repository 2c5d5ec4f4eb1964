import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, daysBetween, nextDay, overlaid, workingCalendar, type DecreedDay } from './calendar.ts'
import { countClock, endOfClock, type ClockStep } from './clock.ts'
import { termVectors } from './term-vectors.ts'

const published = JSON.parse(readFileSync('tenants/packs/base/calendar.json', 'utf8')) as DecreedDay[]
const calendar = workingCalendar(published)

const start = (day: string): ClockStep => ({ kind: 'start', rule: 'received', day })
const term = (workingDays: number): ClockStep => ({ kind: 'term', workingDays, appliesFrom: '2021-07-01' })
const last = (steps: readonly ClockStep[]) => countClock(published, steps).at(-1)

const someDay = fc
  .integer({ min: 0, max: 900 })
  .map((offset) => new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10))
const aFew = fc.integer({ min: 1, max: 40 })

/** Acts in any order over a clock that started on `from`. */
const acts = (from: string) =>
  fc.array(
    fc.oneof(
      fc.tuple(fc.nat(60), fc.nat(30)).map(
        ([begin, long]): ClockStep => ({
          kind: 'suspension',
          from: plus(from, begin + 1),
          until: plus(from, begin + 1 + long),
          ground: 'act',
        }),
      ),
      fc.nat(90).map((days): ClockStep => ({ kind: 'extension', until: plus(from, days), ground: 'act' })),
    ),
    { maxLength: 4 },
  )
const plus = (day: string, days: number) => {
  let reached = day
  for (let left = days; left > 0; left -= 1) reached = nextDay(reached)
  return reached
}

describe('how a term was counted', () => {
  it.each(termVectors)('from %s over %i days ends on %s', (from, count, end) => {
    expect(last([start(from), term(count)])?.endsOn).toBe(end)
    expect(endOfClock(calendar, [start(from), term(count)])).toBe(end)
  })

  it('names every day that was left out over Nauryz, and why', () => {
    const { firstDay, skipped = [] } = last([start('2026-03-16'), term(15)]) ?? {}
    expect(firstDay).toBe('2026-03-17')
    // 17-20 March are four days, 26 March to 9 April eleven; the 21st to the 25th are Nauryz with its substitutes.
    expect(skipped.filter(({ why }) => why === 'decreed').map(({ day, decreed }) => [day, decreed?.name])).toEqual([
      ['2026-03-21', 'nauryz'],
      ['2026-03-22', 'nauryz'],
      ['2026-03-23', 'nauryz'],
      ['2026-03-24', 'nauryz'],
      ['2026-03-25', 'nauryz'],
    ])
    expect(skipped.filter(({ why }) => why === 'weekend').map(({ day }) => day)).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-04-04',
      '2026-04-05',
    ])
  })

  it('counts a Sunday that was worked by decree, and says so', () => {
    const counted = last([start('2025-01-02'), term(3)])
    expect(counted?.worked.map(({ day }) => day)).toEqual(['2025-01-05'])
    expect(counted?.skipped.map(({ day, decreed }) => [day, decreed?.name])).toEqual([
      ['2025-01-03', 'moved'],
      ['2025-01-04', undefined],
      ['2025-01-07', 'orthodox_christmas'],
    ])
  })

  it('accounts for every day between its start and its end', () => {
    fc.assert(
      fc.property(someDay, aFew, (from, count) => {
        const counted = last([start(from), term(count)])
        expect(counted?.endsOn).toBe(addWorkingDays(calendar, from, count))
        expect(daysBetween(from, counted?.endsOn ?? '')).toBe(count + (counted?.skipped.length ?? 0))
      }),
    )
  })

  it('starts somewhere', () => {
    expect(() => endOfClock(calendar, [term(15)])).toThrow(RangeError)
    expect(() => endOfClock(calendar, [])).toThrow(RangeError)
  })
})

describe('the inner clock of a co-executor', () => {
  const inner = (workingDays: number, notBefore: string): ClockStep => ({ kind: 'inner', workingDays, notBefore })

  it('ends so many working days before the main one', () => {
    // 14 December 2026 is a Monday, the day before its weekend a Friday.
    expect(last([start('2026-11-23'), term(15), inner(1, '2026-11-23')])?.endsOn).toBe('2026-12-11')
    expect(last([start('2026-11-23'), term(15), inner(3, '2026-11-23')])?.endsOn).toBe('2026-12-09')
  })

  it('leaves a working day after it was given, and never ends after the main one', () => {
    expect(last([start('2026-11-23'), term(3), inner(2, '2026-11-24')])?.endsOn).toBe('2026-11-25')
    expect(last([start('2026-11-23'), term(3), inner(1, '2026-11-26')])?.endsOn).toBe('2026-11-26')
    fc.assert(
      fc.property(someDay, aFew, fc.integer({ min: 1, max: 5 }), fc.nat(80), (from, count, before, given) => {
        const main = endOfClock(calendar, [start(from), term(count)])
        const end = endOfClock(calendar, [start(from), term(count), inner(before, plus(from, given))])
        expect(end <= main).toBe(true)
        expect(calendar.isWorking(end)).toBe(true)
      }),
    )
  })
})

describe('a clock with acts', () => {
  it('stands while it is suspended and goes on with what was left', () => {
    // 23 November + 15 ends on 14 December; from Monday 30 November on eleven working days are left.
    const act: ClockStep = { kind: 'suspension', from: '2026-11-30', until: '2026-12-07', ground: 'act-1' }
    const counted = last([start('2026-11-23'), term(15), act])
    expect(counted?.endsOn).toBe(addWorkingDays(calendar, '2026-12-06', 11))
    expect(counted?.skipped.filter(({ why }) => why === 'suspended')).toHaveLength(7)
  })

  it('is extended to a working day, and never shortened by an extension', () => {
    const until = (day: string): ClockStep => ({ kind: 'extension', until: day, ground: 'act-2' })
    // 23 January 2027 is a Saturday.
    expect(last([start('2026-11-23'), term(15), until('2027-01-23')])?.endsOn).toBe('2027-01-25')
    expect(last([start('2026-11-23'), term(15), until('2026-12-01')])?.endsOn).toBe('2026-12-14')
  })

  it('ends on a worked day, and no day off of a region’s own makes it end earlier', () => {
    const scene = fc
      .tuple(someDay, aFew, someDay)
      .chain(([from, count, off]) => fc.tuple(fc.constant({ from, count, off }), acts(from)))
    fc.assert(
      fc.property(scene, ([{ from, count, off }, list]) => {
        const steps = [start(from), term(count), ...list]
        const end = endOfClock(calendar, steps)
        expect(calendar.isWorking(end)).toBe(true)
        expect(countClock(published, steps).at(-1)?.endsOn).toBe(end)
        expect(end >= addWorkingDays(calendar, from, count)).toBe(true)
        const regional = workingCalendar(overlaid(published, [{ day: off, kind: 'nonWorking', name: null }]))
        const moved = endOfClock(regional, steps)
        expect(regional.isWorking(moved)).toBe(true)
        // Behind another act a suspension carries over the working days left until a date: a day off leaves fewer.
        const isCarriedOver = list.some(({ kind }, at) => kind === 'suspension' && at > 0)
        expect(isCarriedOver || moved >= end).toBe(true)
      }),
    )
  })
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, workingCalendar } from './calendar.ts'
import { derivationOf, type DecreedDay } from './derivation.ts'
import { termVectors } from './term-vectors.ts'

const published = JSON.parse(readFileSync('tenants/packs/base/calendar.json', 'utf8')) as DecreedDay[]

describe('how a term was counted', () => {
  it.each(termVectors)('from %s over %i days ends on %s', (from, count, end) => {
    expect(derivationOf(published, from, count).lastDay).toBe(end)
  })

  it('names every day that was left out over Nauryz, and counts the weekends beside it', () => {
    const { firstDay, weekendDays, holidays } = derivationOf(published, '2026-03-16', 15)
    expect(firstDay).toBe('2026-03-17')
    // 17-20 March are four days, 26 March to 9 April eleven; the 21st to the 25th are Nauryz with its substitutes.
    expect(holidays.map(({ day, name }) => [day, name])).toEqual([
      ['2026-03-21', 'nauryz'],
      ['2026-03-22', 'nauryz'],
      ['2026-03-23', 'nauryz'],
      ['2026-03-24', 'nauryz'],
      ['2026-03-25', 'nauryz'],
    ])
    expect(weekendDays).toBe(4)
  })

  it('counts a Sunday that was worked by decree, and says so', () => {
    const { firstDay, holidays, workedWeekends } = derivationOf(published, '2025-01-02', 3)
    expect(firstDay).toBe('2025-01-05')
    expect(workedWeekends.map(({ day }) => day)).toEqual(['2025-01-05'])
    expect(holidays.map(({ day, name }) => [day, name])).toEqual([
      ['2025-01-03', 'moved'],
      ['2025-01-07', 'orthodox_christmas'],
    ])
  })

  it('agrees with the clock itself, and accounts for every day between', () => {
    const someDay = fc.integer({ min: 0, max: 1000 }).map((offset) => {
      return new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)
    })
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { lastDay, weekendDays, holidays } = derivationOf(published, from, count)
        expect(lastDay).toBe(addWorkingDays(workingCalendar(published), from, count))
        const days = (Date.parse(lastDay) - Date.parse(from)) / 86_400_000
        expect(days).toBe(count + weekendDays + holidays.length)
      }),
    )
  })

  it('has at least one day', () => {
    expect(() => derivationOf(published, '2026-11-23', 0)).toThrow(RangeError)
  })
})

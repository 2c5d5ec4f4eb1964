import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, closeOf, nextDay, registrationDay, workingCalendar } from './calendar.ts'
import { termVectors } from './term-vectors.ts'

const published = JSON.parse(readFileSync('tenants/packs/base/calendar.json', 'utf8')) as {
  day: string
  kind: 'nonWorking' | 'working'
}[]
const calendar = workingCalendar(published)
const hours = { timeZone: 'Asia/Almaty', dayEnd: '18:30' }

describe('a term in working days', () => {
  it.each(termVectors)('that starts on %s and has %i days ends on %s', (from, count, end) => {
    expect(addWorkingDays(calendar, from, count)).toBe(end)
  })

  it.each([
    ['2025', 246],
    ['2026', 247],
    ['2027', 247],
  ])('counts as many working days in %s as were published', (year, count) => {
    let days = 0
    for (let day = `${year}-01-01`; day.startsWith(year); day = nextDay(day)) if (calendar.isWorking(day)) days += 1
    expect(days).toBe(count)
  })

  const someDay = fc.integer({ min: 0, max: 1000 }).map((offset) => {
    return new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)
  })

  it('never ends on a day that is not worked, and a longer one never ends earlier', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(calendar, from, count)
        expect(calendar.isWorking(end)).toBe(true)
        expect(end < addWorkingDays(calendar, from, count + 1)).toBe(true)
      }),
    )
  })

  it('has at least one day', () => {
    expect(() => addWorkingDays(calendar, '2026-11-23', 0)).toThrow(RangeError)
  })
})

describe('the day of registration', () => {
  it.each([
    ['on a working day before its end', '2026-11-23T13:30:59Z', '2026-11-23'],
    ['a minute after the end of the day', '2026-11-23T13:31:00Z', '2026-11-24'],
    ['late on a Friday evening', '2026-11-20T18:00:00Z', '2026-11-23'],
    ['on a Sunday', '2026-11-22T05:00:00Z', '2026-11-23'],
    ['in the night before Nauryz', '2026-03-20T19:30:00Z', '2026-03-26'],
    ['just after midnight on the wall clock', '2026-11-23T19:00:30Z', '2026-11-24'],
  ])('for an appeal that came %s', (_when, receivedAt, day) => {
    expect(registrationDay(calendar, new Date(receivedAt), hours)).toBe(day)
  })
})

describe('the end of a term', () => {
  it('is the close of its last working day, five hours ahead of UTC', () => {
    expect(closeOf('2026-12-14', hours).toISOString()).toBe('2026-12-14T13:30:00.000Z')
  })
})

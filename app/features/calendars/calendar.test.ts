import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkingWeek } from '#db/schema/vocabulary.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import {
  addWorkingDays,
  closeOf,
  endOfWork,
  nextDay,
  overlaid,
  registration,
  workingCalendar,
  workingDaysBefore,
  type DecreedDay,
} from './calendar.ts'
import { termVectors } from './term-vectors.ts'

const published = JSON.parse(readFileSync('tenants/packs/base/calendar.json', 'utf8')) as DecreedDay[]
const calendar = workingCalendar(published)
const day = [
  ['09:00', '13:00'],
  ['14:00', '18:30'],
] as const
const week: WorkingWeek = { 1: day, 2: day, 3: day, 4: day, 5: day }
const hours = { timeZone: 'Asia/Almaty', dayEnd: '18:30', week }

const someDay = fc
  .integer({ min: 0, max: 1000 })
  .map((offset) => new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10))
/** Days of a region's own: any day, worked or free. */
const ownDays = fc
  .uniqueArray(fc.tuple(someDay, fc.constantFrom('working' as const, 'nonWorking' as const)), {
    selector: ([day]) => day,
    maxLength: 80,
  })
  .map((pairs) => pairs.map(([day, kind]): DecreedDay => ({ day, kind, name: null })))

describe('a term in working days', () => {
  it.each(termVectors)('that starts on %s and has %i days ends on %s', (from, count, end) => {
    expect(addWorkingDays(calendar, from, count)).toBe(end)
    // Counted back it is at its start again where that day was worked, else on the last working day before it.
    const back = workingDaysBefore(calendar, end, count)
    expect(back <= from).toBe(true)
    expect(addWorkingDays(calendar, back, count)).toBe(end)
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

  it('never ends on a day that is not worked, whatever days a region has of its own', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), ownDays, (from, count, own) => {
        const regional = workingCalendar(overlaid(published, own))
        expect(regional.isWorking(addWorkingDays(regional, from, count))).toBe(true)
        expect(regional.isWorking(workingDaysBefore(regional, from, count))).toBe(true)
      }),
    )
  })

  it('ends later the longer it is, and not earlier the later it starts', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), ownDays, (from, count, own) => {
        const regional = workingCalendar(overlaid(published, own))
        const end = addWorkingDays(regional, from, count)
        expect(end < addWorkingDays(regional, from, count + 1)).toBe(true)
        expect(end <= addWorkingDays(regional, nextDay(from), count)).toBe(true)
      }),
    )
  })

  it('moves to no earlier day by a day off of the region’s own, and to no later one by a worked day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), someDay, (from, count, day) => {
        const end = addWorkingDays(calendar, from, count)
        const by = (kind: DecreedDay['kind']) =>
          addWorkingDays(workingCalendar(overlaid(published, [{ day, kind, name: null }])), from, count)
        expect(by('nonWorking') >= end).toBe(true)
        expect(by('working') <= end).toBe(true)
        // What lies outside the term moves nothing.
        const isOutside = day <= from || day > end
        expect(!isOutside || by('nonWorking') === end).toBe(true)
      }),
    )
  })

  it('has at least one day', () => {
    expect(() => addWorkingDays(calendar, '2026-11-23', 0)).toThrow(RangeError)
    expect(() => workingDaysBefore(calendar, '2026-11-23', 1.5)).toThrow(RangeError)
  })
})

describe('the days of a region', () => {
  it('are the country’s with its own laid over them', () => {
    const own: DecreedDay[] = [
      { day: '2026-12-16', kind: 'working', name: null },
      { day: '2026-12-01', kind: 'nonWorking', name: null, names: { kk: 'к', ru: 'р', en: 'e' } },
    ]
    const days = overlaid(published, own)
    expect(days).toHaveLength(published.length + 1)
    expect(days.find(({ day }) => day === '2026-12-16')).toMatchObject({ kind: 'working', own: true })
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted())
  })
})

describe('the day of registration', () => {
  it.each([
    ['on a working day before its end', '2026-11-23T13:30:59Z', '2026-11-23', 'received'],
    ['over lunch', '2026-11-23T08:20:00Z', '2026-11-23', 'received'],
    ['before work begins', '2026-11-22T22:00:00Z', '2026-11-23', 'received'],
    ['a minute after the end of the day', '2026-11-23T13:31:00Z', '2026-11-24', 'afterHours'],
    ['late on a Friday evening', '2026-11-20T18:00:00Z', '2026-11-23', 'afterHours'],
    ['on a Sunday', '2026-11-22T05:00:00Z', '2026-11-23', 'freeDay'],
    ['in the night before Nauryz', '2026-03-20T19:30:00Z', '2026-03-26', 'freeDay'],
    ['just after midnight on the wall clock', '2026-11-23T19:00:30Z', '2026-11-24', 'received'],
  ])('for an appeal that came %s', (_when, receivedAt, day, rule) => {
    expect(registration(calendar, new Date(receivedAt), hours)).toEqual({ day, rule })
  })

  it('on a shorter Friday is the next working day after that Friday’s own end', () => {
    const short = { ...hours, week: { ...week, 5: [['09:00', '13:00']] as const } }
    expect(registration(calendar, new Date('2026-11-20T08:00:00Z'), short).day).toBe('2026-11-20')
    expect(registration(calendar, new Date('2026-11-20T08:01:00Z'), short).day).toBe('2026-11-23')
    expect(closeOf('2026-11-20', short).toISOString()).toBe('2026-11-20T08:00:00.000Z')
  })

  it('on a worked Sunday without hours of its own ends with the region’s working day', () => {
    expect(endOfWork(hours, '2025-01-05')).toBe('18:30')
    expect(registration(calendar, new Date('2025-01-05T13:31:00Z'), hours).day).toBe('2025-01-06')
  })

  const minute = fc.integer({ min: 0, max: 23 * 60 + 59 })
  const clockTime = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  /** Two to six different minutes are the edges of one to three intervals. */
  const intervals = fc
    .uniqueArray(minute, { minLength: 2, maxLength: 6 })
    .filter((edges) => edges.length % 2 === 0)
    .map((edges) => edges.toSorted((a, b) => a - b).map(clockTime))
    .map((edges) => edges.flatMap((from, at) => (at % 2 === 0 ? [[from, edges[at + 1] ?? from] as const] : [])))

  it('is always worked, never before the day it came, and that very day exactly until its last interval ends', () => {
    fc.assert(
      fc.property(someDay, minute, intervals, ownDays, (day, at, ofDay, own) => {
        const regional = workingCalendar(overlaid(published, own))
        const theirs = { ...hours, week: { 1: ofDay, 2: ofDay, 3: ofDay, 4: ofDay, 5: ofDay, 6: ofDay, 7: ofDay } }
        const receivedAt = new Date(Date.parse(`${day}T00:00:00Z`) + (at - 300) * 60_000)
        expect(wallClockParts(receivedAt, hours.timeZone)).toEqual({ day, time: clockTime(at) })
        const registered = registration(regional, receivedAt, theirs)
        expect(regional.isWorking(registered.day)).toBe(true)
        const end = ofDay.at(-1)?.[1] ?? ''
        const isSame = regional.isWorking(day) && clockTime(at) <= end
        expect(registered.day === day).toBe(isSame)
        expect(registered.day >= day).toBe(true)
        expect(registered.rule).toBe(isSame ? 'received' : regional.isWorking(day) ? 'afterHours' : 'freeDay')
      }),
    )
  })
})

describe('the end of a term', () => {
  it('is the close of its last working day, five hours ahead of UTC', () => {
    expect(closeOf('2026-12-14', hours).toISOString()).toBe('2026-12-14T13:30:00.000Z')
  })
})

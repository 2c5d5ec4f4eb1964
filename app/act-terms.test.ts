import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingCalendar, type DecreedDay } from '#app/features/calendars/calendar.ts'
import { bookOf } from '#app/features/calendars/term-book.ts'
import { termVectors } from '#app/features/calendars/term-vectors.ts'
import {
  addMonths,
  earliestHearing,
  extendedUntil,
  latestExtension,
  noticeTerm,
  objectionUntil,
  type ActTerms,
} from '#app/features/acts/act-terms.server.ts'

const published = JSON.parse(readFileSync('tenants/packs/base/calendar.json', 'utf8')) as DecreedDay[]
const calendar = workingCalendar(published)
const book = bookOf({
  layers: { country: published, own: [] },
  hours: { timeZone: 'Asia/Almaty', dayEnd: '18:30', week: {} },
  terms: [],
  innerDays: 3,
})
/** The law's own. */
const terms: ActTerms = { extensionMonths: 2, noticeDays: 3, hearingDays: 3, objectionDays: 2 }
const threeDays = termVectors.filter(([, days]) => days === 3).map(([from, , to]) => [from, to] as const)

const someDay = fc
  .integer({ min: 0, max: 900 })
  .map((offset) => new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10))

describe('two months', () => {
  it.each([
    ['2026-11-23', '2027-01-23'],
    ['2026-12-31', '2027-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2026-01-01', '2026-03-01'],
  ])('from %s end on %s', (from, to) => expect(addMonths(from, 2)).toBe(to))
})

describe('the latest day of an extension', () => {
  it('lies two months after the receipt, or on the next day that is worked', () => {
    // 23 January 2027 is a Saturday.
    expect(latestExtension(book, terms, '2026-11-23')).toBe('2027-01-25')
    expect(latestExtension(book, terms, '2026-11-25')).toBe('2027-01-25')
    expect(latestExtension(book, terms, '2026-11-26')).toBe('2027-01-26')
  })

  it('and the end of any extension are worked days, never before the day that was asked for', () => {
    fc.assert(
      fc.property(someDay, someDay, (receivedOn, until) => {
        expect(calendar.isWorking(latestExtension(book, terms, receivedOn))).toBe(true)
        expect(calendar.isWorking(extendedUntil(book, until))).toBe(true)
        expect(extendedUntil(book, until) >= until).toBe(true)
      }),
    )
  })
})

describe('three working days', () => {
  it.each(threeDays)('after a signature on %s the notice is due on %s, by the close of work', (signedOn, due) => {
    const { dueOn, dueAt } = noticeTerm(book, terms, signedOn, undefined)
    expect(dueOn).toBe(due)
    expect(dueAt.toISOString()).toBe(`${due}T13:30:00.000Z`)
  })

  it.each(threeDays)('before it: whoever is told on %s is heard on %s at the earliest', (toldOn, first) => {
    expect(earliestHearing(book, terms, toldOn)).toBe(first)
    // Told a day later is told too late for that hearing.
    expect(noticeTerm(book, terms, toldOn, first).dueOn).toBe(toldOn)
  })

  it('lie between a notice in time and any hearing', () => {
    fc.assert(
      fc.property(someDay, (toldOn) => {
        const hearsOn = earliestHearing(book, terms, toldOn)
        expect(noticeTerm(book, terms, toldOn, hearsOn).dueOn >= toldOn).toBe(true)
      }),
    )
  })
})

describe('an objection', () => {
  it('may be made within two working days: over a weekend, over New Year, with a worked Sunday', () => {
    expect(objectionUntil(book, terms, '2026-11-23').dueOn).toBe('2026-11-25')
    expect(objectionUntil(book, terms, '2026-11-27').dueOn).toBe('2026-12-01')
    expect(objectionUntil(book, terms, '2026-12-31').dueOn).toBe('2027-01-06')
    // 3 January 2025 is free and Sunday the 5th is worked instead.
    expect(objectionUntil(book, terms, '2025-01-02').dueOn).toBe('2025-01-06')
  })

  it('is over before the hearing can be', () => {
    fc.assert(
      fc.property(someDay, (toldOn) => {
        expect(objectionUntil(book, terms, toldOn).dueOn < earliestHearing(book, terms, toldOn)).toBe(true)
      }),
    )
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DecreedDay } from './calendar.ts'
import { bookAfter, formerOf, isSameHours, hoursOf } from './calendar-lines.ts'
import { bookOf, deadlineOf, dueFrom, innerDueOn } from './term-book.ts'

const published = JSON.parse(readFileSync('tenants/packs/base/calendar.json', 'utf8')) as DecreedDay[]
const book = bookOf({
  layers: { country: published, own: [] },
  hours: { timeZone: 'Asia/Almaty', dayEnd: '18:30', week: {} },
  terms: [
    { legalKind: 'report', workingDays: 15, appliesFrom: '2021-07-01' },
    { legalKind: 'report', workingDays: 10, appliesFrom: '2027-01-01' },
  ],
  innerDays: 1,
})

describe('a term', () => {
  it('is the one in force on the day of registration, whatever comes later', () => {
    // 28 December 2026 +15 is one of the vectors; from 1 January on the term is ten days.
    expect(dueFrom(book, 'report', '2026-12-28').dueOn).toBe('2027-01-21')
    expect(dueFrom(book, 'report', '2027-03-12').dueOn).toBe('2027-04-01')
    expect(() => dueFrom(book, 'complaint', '2026-12-28')).toThrow('complaint')
  })

  it('starts on the day of registration, not on that of the coming', () => {
    expect(deadlineOf(book, 'report', new Date('2026-11-20T14:00:00Z'))).toMatchObject({
      registeredOn: '2026-11-23',
      dueOn: '2026-12-14',
    })
  })
})

describe('an inner due date', () => {
  it('lies so many working days before the main one as the region says', () => {
    expect(innerDueOn(book, '2026-12-14', '2026-11-23').dueOn).toBe('2026-12-11')
    expect(innerDueOn({ ...book, innerDays: 3 }, '2026-12-14', '2026-11-23').dueOn).toBe('2026-12-09')
    // Given so late that there is no day between: the main one it is.
    expect(innerDueOn(book, '2026-12-14', '2026-12-11').dueOn).toBe('2026-12-14')
  })
})

describe('a book after a change', () => {
  it('is itself again after what was there before', () => {
    const names = { kk: 'к', ru: 'р', en: 'e' }
    const hours = { week: { 1: [['09:00', '13:00']] as const }, dayEnd: '17:00', innerDays: 2 }
    const lines = {
      days: [
        { day: '2026-12-07', kind: 'nonWorking' as const, name: null, names },
        { day: '2026-12-16', kind: null, name: null, names: null },
      ],
      hours,
    }
    for (const origin of ['region', 'country'] as const) {
      const after = bookAfter(book, origin, lines)
      expect(after.calendar.isWorking('2026-12-07')).toBe(false)
      // Only the country's own layer has Independence Day to take away.
      expect(after.calendar.isWorking('2026-12-16')).toBe(origin === 'country')
      expect(isSameHours(hoursOf(after), hours)).toBe(true)
      expect(after.innerDays).toBe(2)
      const back = bookAfter(after, origin, formerOf(book, origin, lines))
      expect(back.days.map(({ day, kind }) => [day, kind])).toEqual(book.days.map(({ day, kind }) => [day, kind]))
      expect(isSameHours(hoursOf(back), hoursOf(book))).toBe(true)
    }
  })
})

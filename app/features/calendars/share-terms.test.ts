import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, daysBetween, workingCalendar } from './calendar.ts'
import { dueAfter, innerDue, workingDaysUntil } from './share-terms.ts'

const book = {
  calendar: workingCalendar([{ day: '2026-12-16', kind: 'nonWorking' }]),
  hours: { timeZone: 'Asia/Almaty', dayEnd: '18:30' },
}

describe('the inner clock of a co-executor', () => {
  it.each([
    ['2026-11-23', '2026-12-14', '2026-12-09', 'three working days before the lead'],
    ['2026-12-14', '2026-12-18', '2026-12-15', 'the next working day where little is left'],
    ['2026-12-15', '2026-12-17', '2026-12-17', 'the lead’s own last day where nothing is left'],
    ['2026-12-21', '2026-12-17', '2026-12-17', 'the lead’s day where that is past'],
  ])('given on %s under a lead due on %s ends on %s: %s', (given, lead, due) => {
    expect(innerDue(book, given, lead).dueOn).toBe(due)
  })

  it('falls on a working day after it was given and before the lead’s, wherever there are two days left', () => {
    const start = fc.integer({ min: 0, max: 60 }).map((days) => addWorkingDays(book.calendar, '2026-11-20', days + 1))
    fc.assert(
      fc.property(start, fc.integer({ min: 2, max: 40 }), (given, term) => {
        const lead = addWorkingDays(book.calendar, given, term)
        const { dueOn } = innerDue(book, given, lead)
        expect(book.calendar.isWorking(dueOn)).toBe(true)
        expect(daysBetween(given, dueOn)).toBeGreaterThan(0)
        expect(daysBetween(dueOn, lead)).toBeGreaterThan(0)
      }),
    )
  })
})

it('working days are counted as terms are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
      const { dueOn } = dueAfter(book, '2026-11-23', count)
      expect(workingDaysUntil(book.calendar, '2026-11-23', dueOn)).toBe(count)
    }),
  )
  expect(workingDaysUntil(book.calendar, '2026-12-15', '2026-12-15')).toBe(0)
  expect(workingDaysUntil(book.calendar, '2026-12-15', '2026-12-01')).toBe(0)
})

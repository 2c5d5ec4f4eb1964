import fc from 'fast-check'
import { expect, it } from 'vitest'
import { workingCalendar } from './calendar.ts'
import { dueAfter, workingDaysUntil } from './share-terms.ts'

const book = {
  calendar: workingCalendar([{ day: '2026-12-16', kind: 'nonWorking' }]),
  hours: { timeZone: 'Asia/Almaty', dayEnd: '18:30', week: {} },
}

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

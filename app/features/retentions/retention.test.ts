import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutOf, restsUntil } from './retention.ts'

const at = (iso: string) => new Date(`${iso}T20:30:00Z`)

describe('the moment before which a term is over', () => {
  it('is the same day so many months before', () => {
    expect(cutOf(at('2026-11-28'), 60, 'months')).toEqual(at('2021-11-28'))
    expect(cutOf(at('2026-01-15'), 1, 'months')).toEqual(at('2025-12-15'))
  })

  it('is the last day of a month that has no such day, never a day of the next', () => {
    expect(cutOf(at('2026-05-31'), 3, 'months')).toEqual(at('2026-02-28'))
    expect(cutOf(at('2028-02-29'), 12, 'months')).toEqual(at('2027-02-28'))
  })

  it('is so many days before', () => {
    expect(cutOf(at('2026-11-28'), 90, 'days')).toEqual(at('2026-08-30'))
  })

  it('only goes forward with time, and back with a longer term', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    const unit = fc.constantFrom('months' as const, 'days' as const)
    fc.assert(
      fc.property(moment, fc.nat(1e9), fc.integer({ min: 1, max: 120 }), unit, (now, later, amount, unit) => {
        expect(cutOf(now, amount, unit) < now).toBe(true)
        expect(cutOf(new Date(now.getTime() + later), amount, unit) >= cutOf(now, amount, unit)).toBe(true)
        expect(cutOf(now, amount + 1, unit) < cutOf(now, amount, unit)).toBe(true)
      }),
    )
  })
})

describe('a term that was changed', () => {
  it('rests for a week', () => {
    expect(restsUntil(at('2026-11-28'), at('2026-11-22'))).toEqual(at('2026-11-29'))
    expect(restsUntil(at('2026-11-28'), at('2026-11-21'))).toBeUndefined()
    expect(restsUntil(at('2026-11-28'), null)).toBeUndefined()
  })
})

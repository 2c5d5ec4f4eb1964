import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateOf, paceOf, unknownPace } from './estimate.ts'

describe('how long one still waits', () => {
  it('is a range from what was measured, shared among the desks', () => {
    expect(estimateOf(6, 2, { p50: 5, p90: 10 })).toEqual({ from: 15, to: 35 })
    expect(estimateOf(0, 1, { p50: 5, p90: 10 })).toEqual({ from: 0, to: 10 })
  })

  it('is not guessed where no desk serves', () => {
    expect(estimateOf(3, 0, unknownPace)).toBeUndefined()
  })

  it('grows with who stands before and shrinks with every desk', () => {
    const ahead = fc.integer({ min: 0, max: 200 })
    const desks = fc.integer({ min: 1, max: 30 })
    const pace = fc.record({ p50: fc.integer({ min: 1, max: 30 }), p90: fc.integer({ min: 30, max: 90 }) })
    fc.assert(
      fc.property(ahead, desks, pace, (people, open, measured) => {
        const [now, longer, faster] = [
          estimateOf(people, open, measured),
          estimateOf(people + 1, open, measured),
          estimateOf(people, open + 1, measured),
        ]
        if (!now || !longer || !faster) throw new Error('no estimate')
        expect(now.from).toBeLessThanOrEqual(now.to)
        expect(longer.from).toBeGreaterThanOrEqual(now.from)
        expect(longer.to).toBeGreaterThanOrEqual(now.to)
        expect(faster.to).toBeLessThanOrEqual(now.to)
      }),
    )
  })

  it('is measured by the middle and the ninth tenth, and not by a handful', () => {
    expect(paceOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 30])).toEqual({ p50: 6, p90: 30 })
    expect(paceOf([1, 2, 3, 4])).toBe(unknownPace)
  })
})

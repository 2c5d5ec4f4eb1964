import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedHours } from './typed-hours.ts'

describe('typed hours', () => {
  it.each([
    ['9-18.30', ['09:00', '18:30']],
    ['09:00 – 18:30', ['09:00', '18:30']],
    [' 9 до 18 ', ['09:00', '18:00']],
    ['0900-1830', ['09:00', '18:30']],
    ['8,15—12', ['08:15', '12:00']],
    ['', 'closed'],
    ['–', 'closed'],
    ['18-9', undefined],
    ['9-9', undefined],
    ['9', undefined],
    ['9-25', undefined],
    ['9:60-18', undefined],
    ['morning', undefined],
  ])('%j are %j', (typed, hours) => {
    expect(typedHours(typed)).toEqual(hours)
  })

  it('are understood again as they are shown', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        fc.pre(one !== other)
        const [from, to] = [clock(Math.min(one, other)), clock(Math.max(one, other))]
        expect(typedHours([from, to].join(' – '))).toEqual([from, to])
      }),
    )
  })
})

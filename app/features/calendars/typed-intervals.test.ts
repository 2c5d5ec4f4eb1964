import { describe, expect, it } from 'vitest'
import { shownIntervals, typedIntervals } from './typed-intervals.ts'

const withLunch = [
  ['09:00', '13:00'],
  ['14:00', '18:30'],
] as const

describe('typed hours of work', () => {
  it.each([
    ['9-13; 14-18.30', withLunch],
    ['09:00 – 13:00, 14:00 – 18:30', withLunch],
    ['9-13,14-18.30', withLunch],
    ['9 до 13\n14 до 18:30', withLunch],
    ['8-12', [['08:00', '12:00']]],
    ['', []],
    ['–', []],
    ['14-18; 9-13', undefined],
    ['9-13; 12-18', undefined],
    ['9-13; 13-18', undefined],
    ['13-9', undefined],
    ['morning', undefined],
  ])('%j are %j', (typed, intervals) => {
    expect(typedIntervals(typed)).toEqual(intervals)
  })

  it('are understood again as they are shown', () => {
    expect(typedIntervals(shownIntervals(withLunch))).toEqual(withLunch)
    expect(shownIntervals()).toBe('')
  })
})

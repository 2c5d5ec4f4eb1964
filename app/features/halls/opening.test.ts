import { describe, expect, it } from 'vitest'
import { isOpenAt, openingGroups } from './opening.ts'

const long = ['09:00', '18:30'] as const
const short = ['09:00', '13:00'] as const
const week = { 1: long, 2: long, 3: long, 4: long, 5: long, 6: short } as const

describe('the hours of a hall', () => {
  it.each([
    ['a week with a short Saturday', week, ['1-5 09:00-18:30', '6-6 09:00-13:00']],
    ['a closed day in between', { 1: long, 2: long, 4: long }, ['1-2 09:00-18:30', '4-4 09:00-18:30']],
    ['every day alike', { 1: long, 2: long, 3: long, 4: long, 5: long, 6: long, 7: long }, ['1-7 09:00-18:30']],
    ['a hall that is never open', {}, []],
  ])('%s', (_what, opening, lines) => {
    expect(openingGroups(opening).map(({ first, last, from, to }) => `${first}-${last} ${from}-${to}`)).toEqual(lines)
  })

  it.each([
    ['on Friday before it opens', '2026-11-27', '08:59', undefined, false],
    ['on Friday when it opens', '2026-11-27', '09:00', undefined, true],
    ['on Friday when it closes', '2026-11-27', '18:30', undefined, false],
    ['on Saturday at noon', '2026-11-28', '12:00', undefined, true],
    ['on Saturday in the afternoon', '2026-11-28', '14:00', undefined, false],
    ['on Sunday', '2026-11-29', '12:00', undefined, false],
    ['on a holiday that is a Wednesday', '2026-12-16', '12:00', 'nonWorking', false],
  ] as const)('%s', (_when, day, time, decreed, open) => {
    expect(isOpenAt(week, { day, time, decreed })).toBe(open)
  })
})

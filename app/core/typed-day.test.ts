import { describe, expect, it } from 'vitest'
import { typedDay } from './typed-day.ts'

describe('a typed day', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    [' 23.11.2026 ', '2026-11-23'],
    ['1/3/2027', '2027-03-01'],
    ['29.02.2028', '2028-02-29'],
    ['29.02.2027', undefined],
    ['31.11.2026', undefined],
    ['2026-13-01', undefined],
    ['23.11.0206', undefined],
    ['31.12.1899', undefined],
    ['01.01.1900', '1900-01-01'],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%j is %j', (typed, day) => {
    expect(typedDay(typed)).toBe(day)
  })
})

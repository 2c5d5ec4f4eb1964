import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastDayOf, monthsOf } from './period.ts'
import { hiddenCells, medianOf } from './statistics.ts'

describe('the median', () => {
  it.each([
    [[], undefined],
    [[7], 7],
    [[1, 2], 1.5],
    [[3, 1, 2], 2],
    [[0, 0, 0, 90], 0],
  ])('of %j is %j', (values, median) => {
    const histogram = new Map<number, number>()
    for (const value of values) histogram.set(value, (histogram.get(value) ?? 0) + 1)
    expect(medianOf(histogram)).toBe(median)
  })

  it('has as many values below it as above, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 200 }), (values) => {
        const histogram = new Map<number, number>()
        for (const value of values) histogram.set(value, (histogram.get(value) ?? 0) + 1)
        const median = medianOf(histogram) ?? Number.NaN
        const below = values.filter((value) => value < median).length
        const above = values.filter((value) => value > median).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})

describe('counts whose totals are shown', () => {
  it.each([
    ['nothing small: all shown', [[5, 0, 12]], ['...']],
    ['two small ones hide each other', [[1, 4, 12]], ['xx.']],
    ['one small: the next smallest hides it', [[30, 2, 12]], ['.xx']],
    ['one small and nothing else: it is the total itself', [[3, 0]], ['x.']],
    [
      'one small among regions: a rectangle hides it',
      [
        [30, 2, 12],
        [40, 9, 50],
        [70, 60, 80],
      ],
      ['.xx', '.xx', '...'],
    ],
  ])('%s', (_what, table, shown) => {
    const drawn = hiddenCells(table).map((line) => line.map((hidden) => (hidden ? 'x' : '.')).join(''))
    expect(drawn).toEqual(shown)
  })

  it('never tell a small one by what is left of a total', () => {
    const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 6 })).chain(([height, width]) =>
      fc.array(fc.array(fc.nat({ max: 20 }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = hiddenCells(table)
        const lines = table.map((line, row) => line.map((count, column) => ({ count, hides: hidden[row]?.[column] })))
        const columns = (lines[0] ?? []).map((_cell, column) => lines.flatMap((line) => line[column] ?? []))
        const told = [...lines, ...columns].filter((cells) => {
          const small = cells.filter(({ count }) => count > 0 && count < 5)
          const alone =
            cells.filter(({ hides }) => hides).length === 1 && cells.filter(({ count }) => count > 0).length > 1
          return small.some(({ hides }) => !hides) || alone
        })
        expect(told).toEqual([])
      }),
    )
  })
})

describe('a period', () => {
  it.each([
    ['month', '2026-11-27', '2026-11-01', '2026-11-30'],
    ['lastMonth', '2026-11-27', '2026-10-01', '2026-10-31'],
    ['lastMonth', '2027-01-03', '2026-12-01', '2026-12-31'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['year', '2026-11-27', '2026-01-01', '2026-12-31'],
  ] as const)('%s, spoken of on %s, is %s to %s', (period, today, from, last) => {
    const months = monthsOf(period, today)
    expect([months.from, lastDayOf(months)]).toEqual([from, last])
  })
})

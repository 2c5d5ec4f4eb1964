import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barLengths, gridSize, linesOf, sharesOf, stack, stepOf } from '#app/ui/charts/geometry.ts'

const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })

describe('sharesOf', () => {
  it('lays the shares end to end', () => {
    expect(sharesOf([3, 1])).toEqual([
      { from: 0, share: 75 },
      { from: 75, share: 25 },
    ])
  })

  it('draws nothing of nothing', () => {
    expect(sharesOf([0, 0])).toEqual([
      { from: 0, share: 0 },
      { from: 0, share: 0 },
    ])
  })

  it('fills the whole, whatever the amounts', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const shares = sharesOf(values)
        const sum = shares.reduce((total, { share }) => total + share, 0)
        expect(sum).toBeCloseTo(values.some((value) => value > 0) ? 100 : 0)
      }),
    )
  })
})

describe('barLengths', () => {
  it('measures by the longest', () => {
    expect(barLengths([50, 200, 0])).toEqual([25, 100, 0])
  })

  it('draws nothing where all is zero', () => {
    expect(barLengths([0, 0])).toEqual([0, 0])
  })
})

describe('linesOf', () => {
  it('breaks between words', () => {
    expect(linesOf('Жолаушылар көлігі және автомобиль жолдары басқармасы', 24)).toEqual([
      'Жолаушылар көлігі және',
      'автомобиль жолдары',
      'басқармасы',
    ])
  })

  it('leaves a short label alone and a long word whole', () => {
    expect(linesOf('Су', 24)).toEqual(['Су'])
    expect(linesOf('электрмен жабдықтау', 5)).toEqual(['электрмен', 'жабдықтау'])
  })

  it('loses no word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[а-я]{1,12}$/), { minLength: 1 }), (words) => {
        expect(linesOf(words.join(' '), 20).join(' ')).toBe(words.join(' '))
      }),
    )
  })
})

describe('stack', () => {
  it('puts a gap between, and none at the end', () => {
    expect(stack([32, 52, 32], 20)).toEqual({ tops: [0, 52, 124], height: 156 })
    expect(stack([], 20)).toEqual({ tops: [], height: 0 })
  })
})

describe('stepOf', () => {
  it.each([
    [49.9, 0],
    [50, 1],
    [89, 2],
    [90, 3],
  ])('puts %d on step %d of the limits 50, 75 and 90', (value, step) => {
    expect(stepOf(value, [50, 75, 90])).toBe(step)
  })
})

describe('gridSize', () => {
  it('reaches to the farthest tile', () => {
    const places = [
      { column: 0, row: 2 },
      { column: 6, row: 0 },
    ]
    expect(gridSize(places)).toEqual({ columns: 7, rows: 3 })
    expect(gridSize([])).toEqual({ columns: 0, rows: 0 })
  })
})

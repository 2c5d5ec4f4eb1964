import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barLengths, gridSize, linePoints, linesOf, sharesOf, stack, stepOf } from '#app/ui/charts/geometry.ts'

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

  it('measures by what a whole line means, when that is said', () => {
    expect(barLengths([94, 120], 100)).toEqual([94, 100])
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

describe('linePoints', () => {
  const box = { width: 100, height: 40, inset: 4 }

  it('runs from edge to edge, higher values higher up', () => {
    expect(linePoints([0, 5, 10], box)).toEqual([
      { x: 4, y: 36 },
      { x: 50, y: 20 },
      { x: 96, y: 4 },
    ])
  })

  it('lies at the bottom where all is zero, and puts a single value at the end', () => {
    expect(linePoints([0, 0], box).map(({ y }) => y)).toEqual([36, 36])
    expect(linePoints([7], box)).toEqual([{ x: 96, y: 4 }])
  })

  it('shares a scale with its neighbours', () => {
    expect(linePoints([10, 10], { ...box, highest: 20 }).map(({ y }) => y)).toEqual([20, 20])
  })

  it('never leaves its box', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        for (const { x, y } of linePoints(values, box)) {
          expect(x).toBeGreaterThanOrEqual(4)
          expect(x).toBeLessThanOrEqual(96)
          expect(y).toBeGreaterThanOrEqual(3.999)
          expect(y).toBeLessThanOrEqual(36.001)
        }
      }),
    )
  })
})

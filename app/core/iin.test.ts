import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iinProblem } from './iin.ts'

describe('an IIN', () => {
  it.each(['900515300018', '030214600018'])('%s is right', (iin) => {
    expect(iinProblem(iin)).toBeUndefined()
  })

  it.each([
    ['', 'digits'],
    ['90051530001', 'digits'],
    ['9005153000181', 'digits'],
    ['90051530001a', 'digits'],
    ['901332300018', 'date'],
    ['900230300018', 'date'],
    ['000229300018', 'date'],
    ['900515900018', 'date'],
    ['900515300019', 'control'],
    ['905015300018', 'date'],
    ['900516300018', 'control'],
  ] as const)('%s is wrong in its %s', (iin, problem) => {
    expect(iinProblem(iin)).toBe(problem)
  })

  it('has one right control digit or, where it is never issued, none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (serial) => {
        const first = `9005153${String(serial).padStart(4, '0')}`
        const right = [...'0123456789'].filter((control) => iinProblem(first + control) === undefined)
        expect(right.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binProblem } from './bin.ts'
import { controlDigit } from './iin.ts'

/** A BIN by construction; undefined for a serial that is never issued. */
function binOf(kind: number, serial: number): string | undefined {
  const first = `0711${kind}${String(serial).padStart(6, '0')}`
  const control = controlDigit([...first].map(Number))
  return control === 10 ? undefined : first + control
}

describe('a BIN', () => {
  it('is right with a kind of organisation and its control digit, whatever the serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 0, max: 999_999 }), (kind, serial) => {
        const bin = binOf(kind, serial)
        fc.pre(bin !== undefined)
        expect(binProblem(bin ?? '')).toBeUndefined()
      }),
    )
  })

  it('is wrong with any other last digit', () => {
    const bin = binOf(4, 123_456) ?? ''
    const others = [...'0123456789'].map((last) => bin.slice(0, 11) + last).filter((other) => other !== bin)
    expect(others.map(binProblem)).toEqual(Array.from({ length: 9 }, () => 'control'))
  })

  it.each([
    ['', 'digits'],
    ['07114012345', 'digits'],
    ['07114012345a', 'digits'],
    // A person's own number: its fifth and sixth digits are a day.
    ['900515300018', 'kind'],
  ] as const)('%s is wrong in its %s', (bin, problem) => {
    expect(binProblem(bin)).toBe(problem)
  })
})

import { describe, expect, it } from 'vitest'
import { isHotlineNumber } from './hotline.ts'

describe('a hotline number', () => {
  it.each([
    ['short', '1308', true],
    ['short', '109', true],
    ['short', '10', false],
    ['short', '130 8', false],
    ['short', '338338', false],
    ['landline', '338 33 88', true],
    ['landline', '+7 (727) 338-33-88', true],
    ['landline', '1308', false],
    ['landline', '338 33 88 ext 1', false],
    ['landline', '1234567890123', false],
  ] as const)('%s %j: %s', (kind, number, fits) => {
    expect(isHotlineNumber(kind, number)).toBe(fits)
  })
})

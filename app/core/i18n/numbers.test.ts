import { expect, it } from 'vitest'
import { formatNumber, formatShare } from './numbers.ts'

it.each([
  ['kk', '1\u00a0234\u00a0567,5', '94\u00a0%'],
  ['ru', '1\u00a0234\u00a0567,5', '94\u00a0%'],
  ['en', '1,234,567.5', '94%'],
] as const)('numbers are written in %s as its people write them', (locale, number, share) => {
  expect(formatNumber(1_234_567.49, locale, 1)).toBe(number)
  expect(formatShare(0.9449, locale)).toBe(share)
})

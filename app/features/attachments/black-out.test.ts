import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pixelsOf } from './black-out.ts'
import { BlackOutPhoto } from './attachments.schema.ts'

const key = '3f1c2a44-6f0e-4d53-9a53-0a3f6f1f2f10'
const read = (fields: Record<string, string>) => BlackOutPhoto.safeParse({ submissionKey: key, ...fields })
const wrongFields = (fields: Record<string, string>) => {
  const result = read(fields)
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join('.'), message])
}

it('an area covers every pixel it touches, at least one, and none past the photo', () => {
  const area = fc
    .record({ left: fc.integer({ min: 0, max: 99 }), top: fc.integer({ min: 0, max: 99 }) })
    .chain(({ left, top }) =>
      fc.record({
        left: fc.constant(left),
        top: fc.constant(top),
        width: fc.integer({ min: 1, max: 100 - left }),
        height: fc.integer({ min: 1, max: 100 - top }),
      }),
    )
  const side = fc.integer({ min: 1, max: 9000 })
  fc.assert(
    fc.property(area, side, side, (area, width, height) => {
      const pixels = pixelsOf(area, { width, height })
      expect(pixels.left).toBeLessThanOrEqual((area.left * width) / 100)
      expect(pixels.left + pixels.width).toBeGreaterThanOrEqual(
        Math.min(width, ((area.left + area.width) * width) / 100),
      )
      expect(pixels.top).toBeLessThanOrEqual((area.top * height) / 100)
      expect(pixels.top + pixels.height).toBeLessThanOrEqual(height)
      expect(pixels.left + pixels.width).toBeLessThanOrEqual(width)
      expect(Math.min(pixels.width, pixels.height)).toBeGreaterThanOrEqual(1)
    }),
  )
})

it('places are read from the rows that were filled, and an empty row is none', () => {
  const typed = { left1: '10', top1: ' 20 ', width1: '30', height1: '40', left2: '', left8: '0', top8: '0' }
  expect(read({ ...typed, width8: '100', height8: '100' }).data?.areas).toEqual([
    { left: 10, top: 20, width: 30, height: 40 },
    { left: 0, top: 0, width: 100, height: 100 },
  ])
})

it('a place half given, outside the photo or not a whole number is said at its own field', () => {
  expect(wrongFields({})).toEqual([['left1', 'attachments:blackOut.error.none']])
  expect(wrongFields({ left1: '10', top1: '20', width1: '30' })).toEqual([
    ['height1', 'attachments:blackOut.error.number'],
  ])
  expect(wrongFields({ left2: '1.5', top2: '-1', width2: '0', height2: '101' })).toEqual([
    ['left2', 'attachments:blackOut.error.number'],
    ['top2', 'attachments:blackOut.error.number'],
    ['width2', 'attachments:blackOut.error.number'],
    ['height2', 'attachments:blackOut.error.number'],
  ])
  expect(wrongFields({ left1: '80', top1: '90', width1: '30', height1: '20' })).toEqual([
    ['width1', 'attachments:blackOut.error.outside'],
    ['height1', 'attachments:blackOut.error.outside'],
  ])
})

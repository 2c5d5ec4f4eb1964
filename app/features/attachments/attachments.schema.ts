import { z } from 'zod'
import { areaSides, mostAreas, type Area } from './black-out.ts'

const rows = Array.from({ length: mostAreas }, (_, index) => index + 1)
const typed = z
  .string()
  .default('')
  .transform((text) => text.trim())
const fields = Object.fromEntries(rows.flatMap((row) => areaSides.map((side) => [`${side}${row}`, typed])))

/** Places of a photo, four fields a place: `left1`, `top1`, `width1`, `height1` and so on, in whole percent. */
export const BlackOutPhoto = z
  .object({ submissionKey: z.uuid() })
  .and(z.object(fields))
  .transform((input, check) => {
    const { submissionKey, ...given } = input as { submissionKey: string } & Record<string, string>
    const wrong = (field: string, error: 'none' | 'number' | 'outside') =>
      check.addIssue({ code: 'custom', path: [field], message: `attachments:blackOut.error.${error}` })
    const areas = rows.flatMap((row) => areaOf(row, given, wrong))
    if (areas.length === 0 && check.issues.length === 0) wrong('left1', 'none')
    return { submissionKey, areas }
  })

function areaOf(
  row: number,
  given: Readonly<Record<string, string>>,
  wrong: (field: string, error: 'number' | 'outside') => void,
): Area[] {
  const sides = areaSides.map((side) => [side, given[`${side}${row}`] ?? ''] as const)
  if (sides.every(([, text]) => text === '')) return []
  const numbers = sides.map(([side, text]) => {
    const number = /^\d{1,3}$/.test(text) ? Number(text) : NaN
    const least = side === 'width' || side === 'height' ? 1 : 0
    const isGood = number >= least && number <= 99 + least
    if (!isGood) wrong(`${side}${row}`, 'number')
    return isGood ? number : NaN
  })
  const [left = NaN, top = NaN, width = NaN, height = NaN] = numbers
  if (left + width > 100) wrong(`width${row}`, 'outside')
  if (top + height > 100) wrong(`height${row}`, 'outside')
  return numbers.some(Number.isNaN) ? [] : [{ left, top, width, height }]
}

/** Whether the public may see a photo on which places are blacked out. */
export const PublishPhoto = z.object({
  attachmentId: z.string(),
  publishable: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})

export type BlackOutPhoto = z.output<typeof BlackOutPhoto>
export type PublishPhoto = z.output<typeof PublishPhoto>

import { z } from 'zod'
import { changeForm, versionedForm } from '#app/core/changes/changes.schema.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { typedDay } from '#app/core/typed-day.ts'
import { typedHours } from '#app/core/typed-hours.ts'
import { optionalLine, typedLine, typedText } from '#app/core/typed-text.ts'
import { asksSomething, weekdays } from './rule.ts'

const tooLong = 'common:error.textLong'

const optionalId = z
  .string()
  .max(100)
  .optional()
  .transform((id) => id || null)

const optionalLanguage = z
  .union([z.literal(''), z.enum(localeCodes)], 'common:error.invalid')
  .optional()
  .transform((language) => language || null)

const list = optionalLine(1000, tooLong).transform((line) => line ?? '')

const hours = z
  .string()
  .max(50, 'routing:error.hours')
  .optional()
  .transform((typed, check) => {
    const found = typedHours(typed ?? '')
    if (found === 'closed') return null
    if (found) return found
    check.addIssue({ code: 'custom', message: 'routing:error.hours' })
    return z.NEVER
  })

const rule = {
  name: typedLine(200, { missing: 'routing:error.nameMissing', tooLong }),
  words: list,
  places: list,
  ofCategoryId: optionalId,
  language: optionalLanguage,
  weekdays: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => [typed ?? []].flat())
    .pipe(
      z
        .array(z.enum(weekdays, 'common:error.invalid'))
        // In the order of the week, so that the same choice is the same row.
        .transform((days) => weekdays.filter((day) => days.includes(day))),
    ),
  hours,
  agencyId: z.string('routing:error.agencyMissing').min(1, 'routing:error.agencyMissing').max(100),
  categoryId: optionalId,
}

/** The row that a form describes; refused where it would take every appeal. */
function asRule<Form extends z.output<z.ZodObject<typeof rule>>>({ hours, ...form }: Form, check: z.RefinementCtx) {
  const found = { ...form, hoursFrom: hours?.[0] ?? null, hoursTo: hours?.[1] ?? null }
  if (!asksSomething(found)) check.addIssue({ code: 'custom', path: ['words'], message: 'routing:error.noCondition' })
  return found
}

export const AddRoutingRule = z.object({ ...changeForm, ...rule }).transform(asRule)

export const ChangeRoutingRule = z.object({ ...versionedForm, ...rule }).transform(asRule)

/** A moment as people type it, `28.11.2026 19:30`, on the region's wall clock; null for nothing typed. */
const at = z
  .string()
  .max(50, 'routing:error.moment')
  .optional()
  .transform((typed, check) => {
    if (!typed?.trim()) return null
    const [, typedAs = '', hour = '', minute = ''] = /^(\S+)\s+([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim()) ?? []
    const day = typedDay(typedAs)
    if (day) return { day, time: `${hour.padStart(2, '0')}:${minute}` }
    check.addIssue({ code: 'custom', message: 'routing:error.moment' })
    return z.NEVER
  })

/** A text that is tried out, with what else an appeal says. */
export const TryRouting = z.object({
  text: typedText(8000, { missing: 'routing:error.textMissing', tooLong }),
  place: list,
  ofCategoryId: optionalId,
  language: z.enum(localeCodes, 'common:error.invalid'),
  /** When it is taken to have been received; null for now. */
  at,
})

export type AddRoutingRule = z.output<typeof AddRoutingRule>
export type ChangeRoutingRule = z.output<typeof ChangeRoutingRule>
export type TryRouting = z.output<typeof TryRouting>

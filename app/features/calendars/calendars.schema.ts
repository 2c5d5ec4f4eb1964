import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { dayField } from '#app/core/typed-day.ts'
import { optionalLine } from '#app/core/typed-text.ts'
import type { WorkingWeek } from '#db/schema/vocabulary.ts'
import { weekdays, type Weekday } from './calendar.ts'
import { termKinds } from './term-kinds.ts'
import { typedIntervals } from './typed-intervals.ts'

/** A draft that is gone on with, and the ground of a new one. */
const drafted = {
  ...changeForm,
  change: z
    .string()
    .max(100, 'common:error.invalid')
    .nullish()
    .transform((id) => id || null),
  source: optionalLine(300, 'common:error.textLong'),
}

export const AddDay = z.object({
  ...drafted,
  day: dayField('calendars:error.dayMissing'),
  kind: z.enum(['nonWorking', 'working'], 'calendars:error.kindMissing'),
  ...threeNames,
})

export const MoveDay = z.object({
  ...drafted,
  day: dayField('calendars:error.dayMissing'),
  toDay: dayField('calendars:error.dayMissing'),
})

export const RemoveDay = z.object({ ...drafted, day: dayField('calendars:error.dayMissing') })

const interval = z
  .string()
  .optional()
  .transform((typed, check) => {
    const intervals = typedIntervals(typed ?? '')
    if (intervals) return intervals
    check.addIssue({ code: 'custom', message: 'calendars:error.hours' })
    return z.NEVER
  })
/** Monday to Friday are worked, so they have hours. */
const worked = interval.refine((intervals) => intervals.length > 0, 'calendars:error.hoursMissing')

export const ChangeHours = z
  .object({
    ...drafted,
    day1: worked,
    day2: worked,
    day3: worked,
    day4: worked,
    day5: worked,
    day6: interval,
    day7: interval,
    dayEnd: z
      .string('calendars:error.dayEnd')
      .trim()
      .regex(/^([01]?\d|2[0-3])[:.]?[0-5]\d$/, 'calendars:error.dayEnd')
      .transform((typed) => {
        const digits = typed.replace(/[:.]/, '').padStart(4, '0')
        return `${digits.slice(0, 2)}:${digits.slice(2)}`
      }),
    innerDays: z.coerce
      .number('calendars:error.innerDays')
      .int('calendars:error.innerDays')
      .min(1, 'calendars:error.innerDays')
      .max(20, 'calendars:error.innerDays'),
  })
  .transform(({ day1, day2, day3, day4, day5, day6, day7, ...rest }) => {
    const typed = [day1, day2, day3, day4, day5, day6, day7]
    const pairs = weekdays.flatMap((day, at): [Weekday, (typeof typed)[number]][] => {
      const intervals = typed[at] ?? []
      return intervals.length > 0 ? [[day, intervals]] : []
    })
    return { ...rest, week: Object.fromEntries(pairs) as WorkingWeek }
  })

/** Something about a change as it was shown. */
export const SameChange = z.object(versionedForm)

export const AddTerm = z.object({
  ...changeForm,
  termKind: z.enum(termKinds, 'common:error.invalid'),
  workingDays: z.coerce
    .number('calendars:error.workingDays')
    .int('calendars:error.workingDays')
    .min(1, 'calendars:error.workingDays')
    .max(250, 'calendars:error.workingDays'),
  appliesFrom: dayField('calendars:error.dayMissing'),
})

export const DropTerm = z.object({
  ...changeForm,
  termKind: z.enum(termKinds, 'common:error.invalid'),
  appliesFrom: dayField('common:error.invalid'),
})

export type AddDay = z.output<typeof AddDay>
export type MoveDay = z.output<typeof MoveDay>
export type RemoveDay = z.output<typeof RemoveDay>
export type ChangeHours = z.output<typeof ChangeHours>
export type SameChange = z.output<typeof SameChange>
export type AddTerm = z.output<typeof AddTerm>
export type DropTerm = z.output<typeof DropTerm>

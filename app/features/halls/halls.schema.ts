import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { typedHours } from '#app/core/typed-hours.ts'
import { typedLine } from '#app/core/typed-text.ts'
import type { Opening } from '#db/schema/vocabulary.ts'
import { weekdays } from './opening.ts'

const tooLong = 'common:error.textLong'

const hours = z
  .string()
  .optional()
  .transform((typed, check) => {
    const hours = typedHours(typed ?? '')
    if (hours) return hours
    check.addIssue({ code: 'custom', message: 'halls:error.hours' })
    return z.NEVER
  })

const hall = {
  ...threeNames,
  addressKk: typedLine(300, { missing: 'halls:error.addressMissingKk', tooLong }),
  addressRu: typedLine(300, { missing: 'halls:error.addressMissingRu', tooLong }),
  addressEn: typedLine(300, { missing: 'halls:error.addressMissingEn', tooLong }),
  day1: hours,
  day2: hours,
  day3: hours,
  day4: hours,
  day5: hours,
  day6: hours,
  day7: hours,
}

/** The fields of a week as one value; a closed day is left out. */
function withOpening<T extends z.output<z.ZodObject<typeof hall>>>(input: T) {
  const { day1, day2, day3, day4, day5, day6, day7, ...rest } = input
  const typed = [day1, day2, day3, day4, day5, day6, day7]
  const open = weekdays.flatMap((day, index) => {
    const hours = typed[index]
    return hours && hours !== 'closed' ? [[day, hours] as const] : []
  })
  return { ...rest, opening: Object.fromEntries(open) as Opening }
}

export const AddHall = z.object({ ...changeForm, ...hall }).transform(withOpening)

export const ChangeHall = z.object({ ...versionedForm, ...hall }).transform(withOpening)

/** Its desks go with a hall: one must have said so. */
export const RetireHall = z.object({ ...versionedForm, withDesks: z.literal('yes').optional() })

const desk = {
  label: typedLine(20, { missing: 'halls:error.labelMissing', tooLong: 'halls:error.labelLong' }),
  agencyId: z.string('halls:error.agencyMissing').min(1, 'halls:error.agencyMissing').max(100),
}

export const AddDesk = z.object({ ...changeForm, ...desk })

export const ChangeDesk = z.object({ ...versionedForm, ...desk })

export type AddHall = z.output<typeof AddHall>
export type ChangeHall = z.output<typeof ChangeHall>
export type RetireHall = z.output<typeof RetireHall>
export type AddDesk = z.output<typeof AddDesk>
export type ChangeDesk = z.output<typeof ChangeDesk>

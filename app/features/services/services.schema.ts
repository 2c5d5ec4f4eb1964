import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { typedLine } from '#app/core/typed-text.ts'

/** A whole number as people type it, between two bounds. */
const minutes = (most: number, message: string) =>
  z
    .string(message)
    .transform((typed) => Number(/^\s*\d{1,3}\s*$/.test(typed) ? typed : Number.NaN))
    .pipe(z.number(message).int(message).min(1, message).max(most, message))

const service = {
  ...threeNames,
  agencyId: z.string('services:error.agencyMissing').min(1, 'services:error.agencyMissing').max(100),
  /** One Latin letter, however it was typed. */
  letter: typedLine(5, { missing: 'services:error.letterWrong', tooLong: 'services:error.letterWrong' })
    .transform((typed) => typed.toUpperCase())
    .pipe(z.string().regex(/^[A-Z]$/, 'services:error.letterWrong')),
  promiseMinutes: minutes(480, 'services:error.promiseWrong'),
}

export const AddService = z.object({
  ...changeForm,
  ...service,
  hallId: z.string('services:error.hallMissing').min(1, 'services:error.hallMissing').max(100),
})
export const ChangeService = z.object({ ...versionedForm, ...service })

const group = { ...threeNames, creditMinutes: minutes(60, 'services:error.creditWrong') }

export const AddPriorityGroup = z.object({ ...changeForm, ...group })
export const ChangePriorityGroup = z.object({ ...versionedForm, ...group })

export type AddService = z.output<typeof AddService>
export type ChangeService = z.output<typeof ChangeService>
export type AddPriorityGroup = z.output<typeof AddPriorityGroup>
export type ChangePriorityGroup = z.output<typeof ChangePriorityGroup>

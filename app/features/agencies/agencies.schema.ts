import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { dayField } from '#app/core/typed-day.ts'
import { tidied } from '#app/core/typed-text.ts'

const level = z.enum(['local', 'territorial', 'nonState'], 'agencies:error.levelMissing')

/** Where a body without accounts gets what is forwarded to it; empty for none. A form without the field leaves it as it is. */
const email = z
  .string()
  .transform((typed) => tidied(typed).toLowerCase())
  .pipe(z.union([z.literal(''), z.email('agencies:error.emailInvalid').max(254, 'agencies:error.emailInvalid')]))
  .transform((typed) => typed || null)
  .nullable()
  .optional()

export const AddAgency = z.object({ ...changeForm, level, email, ...threeNames })

export const ChangeAgency = z.object({ ...versionedForm, level, email })

export const RenameAgency = z.object({
  ...versionedForm,
  validFrom: dayField('agencies:error.dayMissing'),
  ...threeNames,
})

export const DropAgencyName = z.object({ ...versionedForm, nameId: z.string('common:error.invalid').max(100) })

export type AddAgency = z.output<typeof AddAgency>
export type ChangeAgency = z.output<typeof ChangeAgency>
export type RenameAgency = z.output<typeof RenameAgency>
export type DropAgencyName = z.output<typeof DropAgencyName>

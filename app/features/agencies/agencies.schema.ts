import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { dayField } from '#app/core/typed-day.ts'

const level = z.enum(['local', 'territorial', 'nonState'], 'agencies:error.levelMissing')

export const AddAgency = z.object({ ...changeForm, level, ...threeNames })

export const ChangeAgency = z.object({ ...versionedForm, level })

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

import { z } from 'zod'
import { typedLine } from '../typed-text.ts'

/** What every form of the administrator's pages carries: sending the same page twice makes one change. */
export const changeForm = { submissionKey: z.uuid('common:error.invalid') }

export const ChangeForm = z.object(changeForm)

/** A form made from a row that stands already. */
export const versionedForm = { ...changeForm, version: z.coerce.number('common:error.invalid').int().positive() }

export const RetireRow = z.object(versionedForm)

export const MoveRow = z.object({
  ...changeForm,
  id: z.string('common:error.invalid').max(100),
  direction: z.enum(['up', 'down'], 'common:error.invalid'),
})

const nameMessages = { missing: 'common:error.nameMissing', tooLong: 'common:error.textLong' }

/** A name in the three languages. */
export const threeNames = {
  nameKk: typedLine(200, nameMessages),
  nameRu: typedLine(200, nameMessages),
  nameEn: typedLine(200, nameMessages),
}

export type ChangeForm = z.output<typeof ChangeForm>
export type RetireRow = z.output<typeof RetireRow>
export type MoveRow = z.output<typeof MoveRow>

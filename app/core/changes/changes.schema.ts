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

const tooLong = 'common:error.textLong'

/** A name in the three languages; what is missing says in which. */
export const threeNames = {
  nameKk: typedLine(200, { missing: 'common:error.nameMissingKk', tooLong }),
  nameRu: typedLine(200, { missing: 'common:error.nameMissingRu', tooLong }),
  nameEn: typedLine(200, { missing: 'common:error.nameMissingEn', tooLong }),
}

export type ChangeForm = z.output<typeof ChangeForm>
export type RetireRow = z.output<typeof RetireRow>
export type MoveRow = z.output<typeof MoveRow>

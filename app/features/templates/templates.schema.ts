import { z } from 'zod'
import { changeForm, versionedForm } from '#app/core/changes/changes.schema.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { typedLine, typedText } from '#app/core/typed-text.ts'

const template = {
  language: z.enum(localeCodes, 'templates:error.languageMissing'),
  /** Null where it is for every category. */
  categoryId: z
    .string()
    .max(100)
    .optional()
    .transform((id) => id || null),
  name: typedLine(200, { missing: 'templates:error.nameMissing', tooLong: 'common:error.textLong' }),
  text: typedText(8000, { missing: 'templates:error.textMissing', tooLong: 'common:error.textLong' }),
}

export const AddTemplate = z.object({ ...changeForm, ...template })

export const ChangeTemplate = z.object({ ...versionedForm, ...template })

/** The field of the form into whose text a template is put. */
export const templateChoice = {
  templateId: z.string('templates:error.templateMissing').min(1, 'templates:error.templateMissing').max(100),
}

export type AddTemplate = z.output<typeof AddTemplate>
export type ChangeTemplate = z.output<typeof ChangeTemplate>

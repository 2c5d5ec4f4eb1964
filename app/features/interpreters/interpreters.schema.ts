import { z } from 'zod'
import { changeForm, versionedForm } from '#app/core/changes/changes.schema.ts'
import { phoneField } from '#app/core/typed-phone.ts'
import { tidied, typedLine } from '#app/core/typed-text.ts'
import { languageCodes } from './languages.ts'

const chosen = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

const phone = z
  .string()
  .optional()
  .transform((typed, check) => {
    if (tidied(typed ?? '') === '') return null
    const invalid = 'interpreters:error.phone'
    const parsed = phoneField({ missing: invalid, invalid }).safeParse(typed)
    if (parsed.success) return parsed.data
    check.addIssue({ code: 'custom', message: invalid })
    return z.NEVER
  })

const interpreter = {
  fullName: typedLine(200, { missing: 'interpreters:error.nameMissing', tooLong: 'common:error.textLong' }, 2),
  languages: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => [typed ?? []].flat())
    .pipe(
      z
        .array(z.enum(languageCodes, 'interpreters:error.languages'))
        .min(1, 'interpreters:error.languages')
        // In the list's own order, so that the same choice is the same row.
        .transform((codes) => languageCodes.filter((code) => codes.includes(code))),
    ),
  signLanguage: chosen,
  onSite: chosen,
  remote: chosen,
  phone,
}

const reachable = ({ onSite, remote }: { onSite: boolean; remote: boolean }) => onSite || remote
const reachableMessage = { path: ['onSite'], message: 'interpreters:error.where' }

export const AddInterpreter = z.object({ ...changeForm, ...interpreter }).refine(reachable, reachableMessage)

export const ChangeInterpreter = z.object({ ...versionedForm, ...interpreter }).refine(reachable, reachableMessage)

export type AddInterpreter = z.output<typeof AddInterpreter>
export type ChangeInterpreter = z.output<typeof ChangeInterpreter>

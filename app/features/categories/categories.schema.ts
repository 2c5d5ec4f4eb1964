import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { tidied } from '#app/core/typed-text.ts'
import { legalKinds } from './category.ts'

const category = {
  agencyId: z.string('categories:error.agencyMissing').min(1, 'categories:error.agencyMissing').max(100),
  legalKind: z.enum(legalKinds, 'categories:error.kindMissing'),
  ...threeNames,
  /** Everyday words, with blanks between them. */
  words: z
    .string()
    .optional()
    .transform((typed) => tidied(typed ?? '').replace(/[\s,;]+/g, ' '))
    .pipe(z.string().max(500, 'common:error.textLong')),
}

export const AddCategory = z.object({ ...changeForm, ...category })

export const ChangeCategory = z.object({ ...versionedForm, ...category })

export type AddCategory = z.output<typeof AddCategory>
export type ChangeCategory = z.output<typeof ChangeCategory>

import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { legalKinds } from './category.ts'

const category = {
  agencyId: z.string('categories:error.agencyMissing').min(1, 'categories:error.agencyMissing').max(100),
  legalKind: z.enum(legalKinds, 'categories:error.kindMissing'),
  ...threeNames,
}

export const AddCategory = z.object({ ...changeForm, ...category })

export const ChangeCategory = z.object({ ...versionedForm, ...category })

export type AddCategory = z.output<typeof AddCategory>
export type ChangeCategory = z.output<typeof ChangeCategory>

import { z } from 'zod'
import { changeForm } from '#app/core/changes/changes.schema.ts'

/** What is taken of the newest pack, and by which comparison it was chosen. */
export const TakeChanges = z.object({
  ...changeForm,
  seen: z.string('common:error.invalid').max(100),
  items: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => [...new Set([typed ?? []].flat())])
    .pipe(z.array(z.string().max(500)).min(1, 'packs:error.nothingChosen').max(5000)),
})

export type TakeChanges = z.output<typeof TakeChanges>

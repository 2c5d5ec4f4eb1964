import { z } from 'zod'
import { changeForm } from '#app/core/changes/changes.schema.ts'

const chosen = z
  .string()
  .max(500)
  .transform((typed) => ({ seen: typed.slice(0, 16), id: typed.slice(17) }))

/** What is taken of the newest pack: each thing behind the digest of the difference that the person has seen. */
export const TakeChanges = z.object({
  ...changeForm,
  items: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => [...new Set([typed ?? []].flat())])
    .pipe(z.array(chosen).min(1, 'packs:error.nothingChosen').max(5000)),
})

export type TakeChanges = z.output<typeof TakeChanges>

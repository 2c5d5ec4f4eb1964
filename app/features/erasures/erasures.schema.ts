import { z } from 'zod'
import { typedLine } from '#app/core/typed-text.ts'
import type { ErasureGround } from '#db/schema/file.ts'

/** Why a person's values may be emptied. */
export const grounds = ['asked', 'court', 'termOver'] as const satisfies readonly ErasureGround[]

export const EraseApplicant = z.object({
  applicantId: z.string(),
  ground: z.enum(grounds, 'erasures:error.groundMissing'),
  /** Number and date of the paper; it stays for ever, so it is short and its hint says what does not belong in it. */
  paper: typedLine(60, { missing: 'erasures:error.paperMissing', tooLong: 'erasures:error.paperLong' }),
  sure: z.literal('yes', 'erasures:error.notSure'),
})

export type EraseApplicant = z.output<typeof EraseApplicant>

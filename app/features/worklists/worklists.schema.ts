import { z } from 'zod'

const agencyId = z.string('appeals:error.agencyMissing').min(1, 'appeals:error.agencyMissing')

/** Rows ticked in a list, at most a page of them, and the agency they all go to. */
export const AssignSelected = z.object({
  appeal: z
    .union([z.string(), z.array(z.string())], 'appeals:error.nothingSelected')
    .transform((ids) => [ids].flat())
    .pipe(z.array(z.string().min(1)).min(1, 'appeals:error.nothingSelected').max(50)),
  agencyId,
})

export type AssignSelected = z.output<typeof AssignSelected>

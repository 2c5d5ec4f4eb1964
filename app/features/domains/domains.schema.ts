import { z } from 'zod'

const hostId = z.string('common:error.invalid').min(1, 'common:error.invalid').max(100)

/** The name itself is judged by the command, which knows where the platform's own hosts are. */
export const AddHost = z.object({
  submissionKey: z.uuid('common:error.invalid'),
  host: z.string('domains:error.missing').max(1000, 'domains:error.invalid'),
})

export const NameHost = z.object({ hostId })

export type AddHost = z.output<typeof AddHost>
export type NameHost = z.output<typeof NameHost>

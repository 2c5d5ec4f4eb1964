import { z } from 'zod'

export const AskTakeout = z.object({
  /** Made with the page: sending the same page twice asks for one file. */
  submissionKey: z.uuid('common:error.invalid'),
  currentPassword: z.string('takeouts:error.passwordMissing').min(1, 'takeouts:error.passwordMissing').max(128),
})

export const OfTakeout = z.object({})

export type AskTakeout = z.output<typeof AskTakeout>

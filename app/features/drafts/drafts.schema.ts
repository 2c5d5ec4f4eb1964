import { z } from 'zod'

/** The version of the answers that were looked at before they were sent. */
export const SendDraft = z.object({ version: z.coerce.number().int().positive() })

/** Which of the two buttons sent the files: the one that leads on is no value. */
export const AddFiles = z.object({ next: z.literal('stay').optional() })

/** In which place of the list the person stands who is taken off it. */
export const RemoveNamed = z.object({ at: z.coerce.number().int().nonnegative() })

export const RemoveFile = z.object({ attachmentId: z.string() })

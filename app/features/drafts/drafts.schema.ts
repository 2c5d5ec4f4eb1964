import { z } from 'zod'

/** The version of the answers that were looked at before they were sent. */
export const SendDraft = z.object({ version: z.coerce.number().int().positive() })

import type { TenantContext } from '#app/core/context.ts'
import { savedFile } from '#app/core/http/saved-file.server.ts'
import { openLetter } from './letters.queries.server.ts'

/** A letter's file as a browser may have it. Throws NotFound. */
export const letterResponse = async (ctx: TenantContext, appealId: string, letterId: string): Promise<Response> =>
  savedFile({ mediaType: 'application/pdf', ...(await openLetter(ctx, appealId, letterId)) })

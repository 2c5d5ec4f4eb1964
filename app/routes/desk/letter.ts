import { letterResponse } from '#app/features/letters/letter-response.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, { appealId = '', letterId = '' }) =>
  letterResponse(ctx, appealId, letterId),
)

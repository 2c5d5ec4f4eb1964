import { letterResponse } from '#app/features/letters/letter-response.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { appealId = '', letterId = '' }) =>
  letterResponse(ctx, appealId, letterId),
)

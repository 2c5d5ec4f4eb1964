import { attachmentResponse } from '#app/features/attachments/attachment-response.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { appealId = '', fileId = '' }) =>
  attachmentResponse(ctx, appealId, fileId),
)

import { attachmentResponse } from '#app/features/attachments/attachment-response.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, { appealId = '', fileId = '' }) =>
  attachmentResponse(ctx, appealId, fileId),
)

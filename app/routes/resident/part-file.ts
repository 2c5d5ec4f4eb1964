import { shareOfLink } from '#app/features/appeals/foreign-part.queries.server.ts'
import { sharedAttachmentResponse } from '#app/features/attachments/attachment-response.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { linkId = '', fileId = '' }) =>
  sharedAttachmentResponse(ctx, await shareOfLink(ctx, linkId), fileId),
)

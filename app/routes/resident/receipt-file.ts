import { receiptResponse } from '#app/features/appeals/receipt-file.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => receiptResponse(ctx, appealId))

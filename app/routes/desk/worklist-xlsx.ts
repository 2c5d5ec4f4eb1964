import { exportResponse } from '#app/features/worklists/export-response.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, request) =>
  exportResponse(ctx, new URL(request.url).searchParams, 'xlsx'),
)

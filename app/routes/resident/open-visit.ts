import { redirect } from '@remix-run/node'
import { openVisitByLink } from '#app/features/visits/visit-link.server.ts'
import { grant } from '#app/core/http/grants.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

// No page, so no layout is loaded beside it: counting tries gives back the connection that loaders share.
export const loader = tenantLoader(async (ctx, { visitId = '', key = '' }, _request, clientAddress) => {
  await openVisitByLink(ctx, visitId, key, clientAddress)
  return redirect(paths.followedVisit(ctx.locale, visitId), { headers: await grant(ctx, visitId) })
})

import { redirect } from '@remix-run/node'
import { openByNumber } from '#app/features/appeals/appeal-link.server.ts'
import { grant } from '#app/core/http/grants.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

// No page, so no layout is loaded beside it: counting tries gives back the connection that loaders share.
export const loader = tenantLoader(async (ctx, { number = '', key = '' }, _request, clientAddress) => {
  const { appealId, holderId } = await openByNumber(ctx, number, key, clientAddress)
  // The key leaves the address bar at once: it must not be copied, printed or bookmarked with the page.
  return redirect(paths.trackedAppeal(ctx.locale, appealId), { headers: await grant(ctx, holderId) })
})

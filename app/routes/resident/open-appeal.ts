import { redirect } from '@remix-run/node'
import { openByLink } from '#app/features/appeals/appeal-link.server.ts'
import { grant } from '#app/core/http/grants.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

// No page, so no layout is loaded beside it: counting tries gives back the connection that loaders share.
export const loader = tenantLoader(async (ctx, { appealId = '' }, request, clientAddress) => {
  const { searchParams } = new URL(request.url)
  const { holderId } = await openByLink(ctx, appealId, searchParams.get('key') ?? '', clientAddress)
  const to = searchParams.get('to') === 'cure' ? paths.cure : paths.trackedAppeal
  // The key leaves the address bar at once: it must not be copied, printed or bookmarked with the page.
  return redirect(to(ctx.locale, appealId), { headers: await grant(ctx, holderId) })
})

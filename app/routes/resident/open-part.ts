import { redirect } from '@remix-run/node'
import { openShareLink } from '#app/features/appeals/share-link.server.ts'
import { grant } from '#app/core/http/grants.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

// No page, for the reasons of the link that opens an appeal: the key leaves the address bar, and tries are counted.
export const loader = tenantLoader(async (ctx, { linkId = '' }, request, clientAddress) => {
  await openShareLink(ctx, linkId, new URL(request.url).searchParams.get('key') ?? '', clientAddress)
  return redirect(paths.part(ctx.locale, linkId), { headers: await grant(ctx, linkId) })
})

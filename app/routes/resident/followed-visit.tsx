import { useLoaderData } from '@remix-run/react'
import { FollowedVisitPage } from '#app/features/visits/ui/followed-visit-page.tsx'
import { getFollowedVisit } from '#app/features/visits/visit.queries.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { visitId = '' }) => ({
  title: ctx.t('visits:followed.title'),
  visit: await getFollowedVisit(ctx, visitId),
}))

export default function FollowedVisit() {
  return <FollowedVisitPage {...useLoaderData<typeof loader>()} />
}

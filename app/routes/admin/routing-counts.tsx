import { useLoaderData } from '@remix-run/react'
import { getRoutingCounts } from '#app/features/routing/counts.queries.server.ts'
import { CountsPage } from '#app/features/routing/ui/counts-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('routing:counts.title'),
  ...(await getRoutingCounts(ctx)),
}))

export default function RoutingCounts() {
  return <CountsPage {...useLoaderData<typeof loader>()} />
}

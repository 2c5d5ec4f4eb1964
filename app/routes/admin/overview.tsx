import { useLoaderData } from '@remix-run/react'
import { getOverview } from '#app/features/regions/overview.queries.server.ts'
import { OverviewPage } from '#app/features/regions/ui/overview-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('regions:admin.title'),
  overview: await getOverview(ctx),
}))

export default function Overview() {
  return <OverviewPage overview={useLoaderData<typeof loader>().overview} />
}

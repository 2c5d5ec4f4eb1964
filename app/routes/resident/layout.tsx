import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { NotLivePage } from '#app/features/launches/ui/not-live-page.tsx'
import { ResidentPage } from '#app/features/regions/ui/resident-page.tsx'
import { getRegion } from '#app/features/regions/regions.queries.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx) => {
  const region = await getRegion(ctx)
  return { region, siteName: region.centre }
})

export default function ResidentLayout() {
  const { region } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <ResidentPage region={region} pathname={pathname}>
      {region.liveAt ? <Outlet /> : <NotLivePage />}
    </ResidentPage>
  )
}

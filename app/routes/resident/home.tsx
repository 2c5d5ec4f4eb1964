import { useLoaderData } from '@remix-run/react'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { SearchBox } from '#app/features/categories/ui/search-box.tsx'
import { HallList } from '#app/features/halls/ui/hall-list.tsx'
import { listVisitableHalls } from '#app/features/halls/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { HomePage } from '#app/features/regions/ui/home-page.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx) => ({
  title: ctx.t('regions:home.title'),
  region: await getRegion(ctx),
  agencies: (await listAgencies(ctx)).map((agency) => agency.name),
  halls: await listVisitableHalls(ctx),
}))

export default function Home() {
  const { region, agencies, halls } = useLoaderData<typeof loader>()
  return <HomePage region={region} agencies={agencies} search={<SearchBox />} halls={<HallList halls={halls} />} />
}

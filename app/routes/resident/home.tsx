import { useLoaderData } from '@remix-run/react'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { HomePage } from '#app/features/regions/ui/home-page.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx) => ({
  title: ctx.t('regions:home.title'),
  agencies: (await listAgencies(ctx)).map((agency) => agency.name),
}))

export default function Home() {
  const { agencies } = useLoaderData<typeof loader>()
  return <HomePage agencies={agencies} />
}

import { useLoaderData } from '@remix-run/react'
import { listRegions } from '#app/features/platform/platform.queries.server.ts'
import { listSetups } from '#app/features/platform/region-setups.queries.server.ts'
import { personOf } from '#app/features/platform/person.ts'
import { RegionsPage } from '#app/features/platform/ui/regions-page.tsx'
import { operatorLoader } from '#app/core/http/routes.server.ts'

export const loader = operatorLoader(async (ctx) => ({
  title: ctx.t('platform:regions.title'),
  person: personOf(ctx),
  regions: await listRegions(ctx),
  setups: await listSetups(ctx),
}))

export default function Regions() {
  return <RegionsPage {...useLoaderData<typeof loader>()} />
}

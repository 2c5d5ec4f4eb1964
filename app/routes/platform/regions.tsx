import { useLoaderData } from '@remix-run/react'
import { consoleWishOf } from '#app/features/platform/console.ts'
import { countWorkers, listRegions } from '#app/features/platform/console.queries.server.ts'
import { listSetups } from '#app/features/platform/region-setups.queries.server.ts'
import { personOf } from '#app/features/platform/person.ts'
import { RegionsPage } from '#app/features/platform/ui/regions-page.tsx'
import { operatorLoader } from '#app/core/http/routes.server.ts'

export const loader = operatorLoader(async (ctx, _params, request) => {
  const wish = consoleWishOf(request)
  return {
    title: ctx.t('platform:regions.title'),
    person: personOf(ctx),
    wish,
    regions: await listRegions(ctx, wish),
    workers: await countWorkers(ctx),
    setups: await listSetups(ctx),
  }
})

export default function Regions() {
  return <RegionsPage {...useLoaderData<typeof loader>()} />
}

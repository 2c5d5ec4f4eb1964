import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getRegionState } from '#app/features/platform/console.queries.server.ts'
import { OfRegion, SuspendRegion } from '#app/features/platform/console.schema.ts'
import { personOf } from '#app/features/platform/person.ts'
import { resumeRegion, suspendRegion } from '#app/features/platform/suspend-region.server.ts'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { RegionStatePage } from '#app/features/platform/ui/region-page.tsx'
import { form, operatorAction, operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx, { slug = '' }) => {
  const region = await getRegionState(ctx, slug)
  return { title: region.name, person: personOf(ctx), region }
})

export const action = operatorAction({
  suspend: form(SuspendRegion, async (ctx, { slug = '' }, input) => {
    await suspendRegion(ctx, slug, input)
    return redirect(paths.regionState(slug))
  }),
  resume: form(OfRegion, async (ctx, { slug = '' }) => {
    await resumeRegion(ctx, slug)
    return redirect(paths.regionState(slug))
  }),
})

export default function Region() {
  const { person, region } = useLoaderData<typeof loader>()
  return (
    <PlatformPage person={person} pathname={paths.regions()}>
      <RegionStatePage region={region} />
    </PlatformPage>
  )
}

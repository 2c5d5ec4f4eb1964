import { randomUUID } from 'node:crypto'
import { data, redirect, type HeadersFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listArchives } from '#app/features/archives/archives.queries.server.ts'
import { CopyRegion, OfArchives } from '#app/features/archives/archives.schema.ts'
import { askArchive, askCopy, askUnmute } from '#app/features/archives/ask-archive.server.ts'
import { ArchivesPanel } from '#app/features/archives/ui/archives-panel.tsx'
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
  const archives = await listArchives(ctx, slug)
  return data(
    { title: region.name, person: personOf(ctx), region, archives, submissionKey: randomUUID() },
    // How far the worker is, without a script.
    { headers: archives.isWaiting ? { Refresh: '2' } : {} },
  )
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const action = operatorAction({
  suspend: form(SuspendRegion, async (ctx, { slug = '' }, input) => {
    await suspendRegion(ctx, slug, input)
    return redirect(paths.regionState(slug))
  }),
  resume: form(OfRegion, async (ctx, { slug = '' }) => {
    await resumeRegion(ctx, slug)
    return redirect(paths.regionState(slug))
  }),
  archive: form(OfArchives, async (ctx, { slug = '' }) => {
    await askArchive(ctx, slug)
    return redirect(paths.regionState(slug))
  }),
  copy: form(CopyRegion, async (ctx, { slug = '' }, input) => {
    await askCopy(ctx, slug, input)
    return redirect(paths.regionState(slug))
  }),
  unmute: form(OfArchives, async (ctx, { slug = '' }) => {
    await askUnmute(ctx, slug)
    return redirect(paths.regionState(slug))
  }),
})

export default function Region() {
  const { person, region, archives, submissionKey } = useLoaderData<typeof loader>()
  return (
    <PlatformPage person={person} pathname={paths.regions()}>
      <RegionStatePage region={region}>
        <ArchivesPanel list={archives} muted={region.muted} submissionKey={submissionKey} />
      </RegionStatePage>
    </PlatformPage>
  )
}

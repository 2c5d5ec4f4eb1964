import { replayFigures } from '#app/features/oversight/public.server.ts'
import type { Installation } from '#app/contexts.server.ts'
import { catchUpCalendar } from '#infra/cli/tenants/catch-up.ts'
import { unmuteRegion } from '#tenants/archives/restore.ts'
import { openRegistry } from '#tenants/registry.ts'

interface Parts {
  readonly installation: Installation
  readonly urls: { readonly runtime: string; readonly owner: string; readonly direct: string }
}

/**
 * Lets a copy speak, makes the national figures of its journal and brings it what became of the country's calendar meanwhile.
 * Whether it was muted before; `note` is called once it is not. All of it can be done twice. Throws RangeError for an unknown region.
 */
export async function letSpeak(
  { installation, urls }: Parts,
  slug: string,
  note: () => Promise<void>,
): Promise<boolean> {
  const wasMuted = await unmuteRegion(urls.owner, slug)
  if (!wasMuted) return false
  await note()
  const tenant = await openRegistry(installation.database).bySlug(slug)
  if (tenant) {
    const { ctx, close } = installation.tenantJob(tenant)
    await replayFigures(ctx, installation.database.withNational, { fromNothing: true }).finally(close)
  }
  await catchUpCalendar({ installation, urls }, slug)
  return true
}

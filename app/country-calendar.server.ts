import { previewMoves } from './features/appeals/public.server.ts'
import {
  announceInRegion,
  applyInRegion,
  findCountryChange,
  noteApplied,
  noteCounts,
} from './features/calendars/public.server.ts'
import type { Event } from './features/notices/public.server.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'

/** Shows a region what the country's calendar is about to do to it, and tells the platform how many appeals that moves. */
export async function announceCountryCalendar(
  platform: PlatformContext,
  region: TenantContext,
  event: Event,
): Promise<void> {
  const change = await findCountryChange(platform, event.subjectId)
  // Applied or discarded meanwhile: that has a job of its own.
  if (change?.state !== 'announced') return
  await announceInRegion(region, change)
  const { counts } = await previewMoves(region, { origin: 'country', lines: change.lines })
  await noteCounts(platform, change.id, region.tenant.slug, counts)
}

/** Lets a region count by the changed calendar of the country; it moves its own appeals then. */
export async function applyCountryCalendar(
  platform: PlatformContext,
  region: TenantContext,
  event: Event,
): Promise<void> {
  const change = await findCountryChange(platform, event.subjectId)
  if (change?.state !== 'applied') return
  await applyInRegion(region, change)
  await noteApplied(platform, change.id, region.tenant.slug)
}

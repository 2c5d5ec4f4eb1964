import { lastPosition } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { freeSlug, slugOf } from '#app/core/slug.ts'
import type { AddAgency } from './agencies.schema.ts'
import { agencyNameRows, agencyRows } from './agency-rows.server.ts'
import { regionToday } from './region-today.server.ts'

/** Adds an agency at the end of the order, under its names from today on. The change's id. */
export function addAgency(ctx: TenantContext, input: AddAgency): Promise<string | undefined> {
  return makeChange(ctx, { event: 'agency.added', may: 'Agency', input }, async (ctx, change) => {
    const { level, email = null, nameKk, nameRu, nameEn } = input
    const all = await ctx.db.selectFrom('agency').select(['slug', 'position']).execute()
    const id = newId()
    const slug = freeSlug(
      slugOf(nameEn),
      all.map((agency) => agency.slug),
    )
    const position = lastPosition(all)
    await change.insert(agencyRows, { id, slug, level, email, position, retiredAt: null, version: 1 })
    const validFrom = await regionToday(ctx)
    await change.insert(agencyNameRows, { id: newId(), agencyId: id, validFrom, nameKk, nameRu, nameEn, version: 1 })
    return { kind: 'agency', id }
  })
}

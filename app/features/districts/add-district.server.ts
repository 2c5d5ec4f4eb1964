import { lastPosition } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { freeSlug, slugOf } from '#app/core/slug.ts'
import { districtRows } from './district-rows.server.ts'
import type { AddDistrict } from './districts.schema.ts'

/** Adds a part of the region at the end of the order. Throws ForbiddenError. */
export function addDistrict(ctx: TenantContext, input: AddDistrict): Promise<string | undefined> {
  return makeChange(ctx, { event: 'district.added', may: 'District', input }, async (ctx, change) => {
    const { submissionKey: _form, ...district } = input
    const all = await ctx.db.selectFrom('district').select(['slug', 'position']).execute()
    const id = newId()
    const slugs = all.map(({ slug }) => slug)
    await change.insert(districtRows, {
      id,
      slug: freeSlug(slugOf(input.nameEn), slugs),
      ...district,
      position: lastPosition(all),
      retiredAt: null,
      version: 1,
    })
    return { kind: 'district', id }
  })
}

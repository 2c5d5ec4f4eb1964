import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { districtRows } from './district-rows.server.ts'
import type { ChangeDistrict } from './districts.schema.ts'

/** Changes names and words. Throws ForbiddenError, NotFound, Refusal for a form made from an older row. */
export function changeDistrict(ctx: TenantContext, id: string, input: ChangeDistrict): Promise<string | undefined> {
  return makeChange(ctx, { event: 'district.changed', may: 'District', input }, async (ctx, change) => {
    const district = await lockRow(ctx, districtRows, id)
    mustBeSameVersion(district, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    await change.update(districtRows, district, patch)
    return { kind: 'district', id }
  })
}

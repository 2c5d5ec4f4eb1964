import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { ChangeAgency } from './agencies.schema.ts'
import { agencyRows } from './agency-rows.server.ts'

/** Sets whose body an agency is, and where mail reaches it. Throws NotFound, Refusal for a form made from an older row. */
export function changeAgency(ctx: TenantContext, id: string, input: ChangeAgency): Promise<string | undefined> {
  return makeChange(ctx, { event: 'agency.changed', may: 'Agency', input }, async (ctx, change) => {
    const agency = await lockRow(ctx, agencyRows, id)
    mustBeSameVersion(agency, input.version)
    const { level, email = agency.email } = input
    await change.update(agencyRows, agency, { level, email })
    return { kind: 'agency', id }
  })
}

import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { DropAgencyName } from './agencies.schema.ts'
import { agencyNameRows, agencyRows } from './agency-rows.server.ts'
import { regionToday } from './region-today.server.ts'

/** Gives up names that were planned; those that have begun stand on papers. Throws NotFound, Refusal. */
export function dropAgencyName(ctx: TenantContext, id: string, input: DropAgencyName): Promise<string | undefined> {
  return makeChange(ctx, { event: 'agency.nameDropped', may: 'Agency', input }, async (ctx, change) => {
    const agency = await lockRow(ctx, agencyRows, id)
    mustBeSameVersion(agency, input.version)
    const name = await lockRow(ctx, agencyNameRows, input.nameId)
    if (name.agencyId !== id) throw new NotFound('Agency')
    if (name.validFrom <= (await regionToday(ctx))) throw new Refusal('agencies:error.nameBegun')
    await change.remove(agencyNameRows, name)
    return { kind: 'agency', id }
  })
}

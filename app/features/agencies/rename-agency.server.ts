import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import type { RenameAgency } from './agencies.schema.ts'
import { agencyNameRows, agencyRows } from './agency-rows.server.ts'
import { regionToday } from './region-today.server.ts'

/**
 * Gives an agency other names from a day on; papers of before keep the old ones. Names that begin on the same day are
 * put right. Throws NotFound, InvalidInput for a day that is over, Refusal for a form made from an older row.
 */
export function renameAgency(ctx: TenantContext, id: string, input: RenameAgency): Promise<string | undefined> {
  return makeChange(ctx, { event: 'agency.renamed', may: 'Agency', input }, async (ctx, change) => {
    const agency = await lockRow(ctx, agencyRows, id)
    mustBeSameVersion(agency, input.version)
    const { validFrom, nameKk, nameRu, nameEn } = input
    if (validFrom < (await regionToday(ctx))) throw new InvalidInput({ validFrom: 'agencies:error.dayOver' })
    const names = { nameKk, nameRu, nameEn }
    const sameDay = await ctx.db
      .selectFrom('agencyName')
      .selectAll()
      .where('agencyId', '=', id)
      .where('validFrom', '=', validFrom)
      .forUpdate()
      .executeTakeFirst()
    if (sameDay) await change.update(agencyNameRows, sameDay, names)
    else await change.insert(agencyNameRows, { id: newId(), agencyId: id, validFrom, ...names, version: 1 })
    return { kind: 'agency', id }
  })
}

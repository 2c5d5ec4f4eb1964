import { findAgency } from '#app/features/agencies/public.server.ts'
import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { serviceRows } from './service-rows.server.ts'
import type { ChangeService } from './services.schema.ts'

/** Changes a service; its hall stays. Throws ForbiddenError, NotFound, Refusal for a form made from an older row, InvalidInput for a taken letter. */
export function changeService(ctx: TenantContext, id: string, input: ChangeService): Promise<string | undefined> {
  return makeChange(ctx, { event: 'service.changed', may: 'HallService', input }, async (ctx, change) => {
    const service = await lockRow(ctx, serviceRows, id)
    mustBeSameVersion(service, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    if (patch.agencyId !== service.agencyId && !(await findAgency(ctx, patch.agencyId))) throw new NotFound('Agency')
    const twin = await ctx.db
      .selectFrom('hallService')
      .select('id')
      .where('hallId', '=', service.hallId)
      .where('letter', '=', patch.letter)
      .where('retiredAt', 'is', null)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (twin && !service.retiredAt) throw new InvalidInput({ letter: 'services:error.letterTaken' })
    await change.update(serviceRows, service, patch)
    return { kind: 'service', id, refs: { hallId: service.hallId, agencyId: patch.agencyId } }
  })
}

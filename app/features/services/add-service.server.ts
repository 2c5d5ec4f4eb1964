import { findAgency } from '#app/features/agencies/public.server.ts'
import { hallRows } from '#app/features/halls/public.server.ts'
import { lastPosition, lockRow } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { serviceRows } from './service-rows.server.ts'
import type { AddService } from './services.schema.ts'

/** Adds a service at the end of a hall's order. Throws ForbiddenError, NotFound, Refusal for a retired hall, InvalidInput for a taken letter. */
export function addService(ctx: TenantContext, input: AddService): Promise<string | undefined> {
  return makeChange(ctx, { event: 'service.added', may: 'HallService', input }, async (ctx, change) => {
    const { submissionKey: _form, ...service } = input
    const hall = await lockRow(ctx, hallRows, service.hallId)
    if (hall.retiredAt) throw new Refusal('services:error.hallRetired')
    if (!(await findAgency(ctx, service.agencyId))) throw new NotFound('Agency')
    const all = await ctx.db
      .selectFrom('hallService')
      .select(['letter', 'position', 'retiredAt'])
      .where('hallId', '=', hall.id)
      .execute()
    if (all.some(({ letter, retiredAt }) => !retiredAt && letter === service.letter)) {
      throw new InvalidInput({ letter: 'services:error.letterTaken' })
    }
    const id = newId()
    await change.insert(serviceRows, { id, ...service, position: lastPosition(all), retiredAt: null, version: 1 })
    return { kind: 'service', id, refs: { hallId: hall.id, agencyId: service.agencyId } }
  })
}

import { findAgency } from '#app/features/agencies/public.server.ts'
import { lastPosition, lockRow } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { deskRows, hallRows } from './hall-rows.server.ts'
import type { AddDesk } from './halls.schema.ts'

/** Gives an agency a desk in a hall. Throws NotFound, Refusal for a retired hall, InvalidInput for a label that is taken. */
export function addDesk(ctx: TenantContext, hallId: string, input: AddDesk): Promise<string | undefined> {
  return makeChange(ctx, { event: 'desk.added', may: 'Hall', input }, async (ctx, change) => {
    const hall = await lockRow(ctx, hallRows, hallId)
    if (hall.retiredAt) throw new Refusal('halls:error.hallRetired')
    if (!(await findAgency(ctx, input.agencyId))) throw new NotFound('Agency')
    const { label, agencyId } = input
    const others = await ctx.db.selectFrom('desk').select(['label', 'position']).where('hallId', '=', hallId).execute()
    if (others.some((desk) => desk.label === label)) throw new InvalidInput({ label: 'halls:error.labelTaken' })
    const id = newId()
    const position = lastPosition(others)
    await change.insert(deskRows, { id, hallId, agencyId, label, position, retiredAt: null, version: 1 })
    return { kind: 'hall', id: hallId, refs: { deskId: id, agencyId } }
  })
}

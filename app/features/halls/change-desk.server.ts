import { findAgency } from '#app/features/agencies/public.server.ts'
import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { deskRows } from './hall-rows.server.ts'
import type { ChangeDesk } from './halls.schema.ts'

/** Changes the label of a desk, or who sits there. Throws NotFound, Refusal for an older row, InvalidInput for a taken label. */
export function changeDesk(ctx: TenantContext, id: string, input: ChangeDesk): Promise<string | undefined> {
  return makeChange(ctx, { event: 'desk.changed', may: 'Hall', input }, async (ctx, change) => {
    const desk = await lockRow(ctx, deskRows, id)
    mustBeSameVersion(desk, input.version)
    const { label, agencyId } = input
    if (agencyId !== desk.agencyId && !(await findAgency(ctx, agencyId))) throw new NotFound('Agency')
    const taken = await ctx.db
      .selectFrom('desk')
      .select('id')
      .where('hallId', '=', desk.hallId)
      .where('label', '=', label)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (taken) throw new InvalidInput({ label: 'halls:error.labelTaken' })
    await change.update(deskRows, desk, { label, agencyId })
    return { kind: 'hall', id: desk.hallId, refs: { deskId: id, agencyId } }
  })
}

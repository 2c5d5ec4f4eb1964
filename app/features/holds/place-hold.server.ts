import { getAppeal } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { PlaceHold } from './holds.schema.ts'

/**
 * Puts an appeal under legal hold: nothing of it and of its persons is emptied until it is lifted. The same wish twice makes
 * one. Throws NotFound, ForbiddenError, Refusal where it is held already or nothing of it is left.
 */
export function placeHold(ctx: TenantContext, appealId: string, { holdReason }: PlaceHold): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    // Locked: whoever empties it waits here, or is waited for.
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'hold', 'Appeal', appeal)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const heldBy = ctx.principal.id
    const standing = await ctx.db
      .selectFrom('legalHold')
      .select(['reason', 'heldBy'])
      .where('appealId', '=', appealId)
      .where('liftedAt', 'is', null)
      .executeTakeFirst()
    if (standing) {
      if (standing.heldBy === heldBy && standing.reason === holdReason) return
      throw new Refusal('holds:error.heldAlready')
    }
    const erased = await ctx.db
      .selectFrom('erasure')
      .select('applicantId')
      .where('applicantId', '=', appeal.applicantId)
      .executeTakeFirst()
    if (erased) throw new Refusal('holds:error.erased')
    const holdId = newId()
    await ctx.db
      .insertInto('legalHold')
      .values({
        id: holdId,
        appealId,
        reason: holdReason,
        heldBy,
        heldAt: ctx.clock.now(),
        liftedBy: null,
        liftedAt: null,
      })
      .execute()
    await record(ctx, {
      event: 'appeal.held',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: ['reason'],
      refs: { holdId },
    })
  })
}

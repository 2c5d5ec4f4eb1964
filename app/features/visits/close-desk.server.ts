import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockOwnShift } from './desk-shift.server.ts'
import type { AtDesk } from './visits.schema.ts'

/**
 * Ends a shift. Who was to come back to this desk may then come to any desk of the service. Throws NotFound, Refusal while a person
 * sits there.
 */
export function closeDesk(ctx: TenantContext, { shiftId }: AtDesk): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { deskId, hallId } = await lockOwnShift(ctx, shiftId)
    const before = await ctx.db
      .selectFrom('ticket')
      .select('id')
      .where('deskId', '=', deskId)
      .where('status', 'in', ['called', 'serving', 'held'])
      .executeTakeFirst()
    if (before) throw new Refusal('visits:error.personAtDesk')
    await ctx.db
      .updateTable('ticket')
      .set((update) => ({ deskId: null, version: update('version', '+', 1) }))
      .where('deskId', '=', deskId)
      .where('status', '=', 'waiting')
      .execute()
    await ctx.db.updateTable('deskShift').set({ closedAt: ctx.clock.now() }).where('id', '=', shiftId).execute()
    await record(ctx, { event: 'desk.closed', subjectKind: 'deskShift', subjectId: shiftId, refs: { deskId, hallId } })
  })
}

/** Stops calling for a while, or goes on; who sits at the desk stays there. Throws NotFound, Refusal. */
export function pauseDesk(ctx: TenantContext, { shiftId }: AtDesk, paused: boolean): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { deskId, hallId } = await lockOwnShift(ctx, shiftId)
    const pausedAt = paused ? ctx.clock.now() : null
    await ctx.db.updateTable('deskShift').set({ pausedAt }).where('id', '=', shiftId).execute()
    await record(ctx, {
      event: paused ? 'desk.paused' : 'desk.resumed',
      subjectKind: 'deskShift',
      subjectId: shiftId,
      refs: { deskId, hallId },
    })
  })
}

import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockOwnShift, type Shift } from './desk-shift.server.ts'
import { nextFor } from './fair-order.ts'
import { moveTicket } from './move-ticket.server.ts'
import { waitingFor, type Ticket } from './tickets.queries.server.ts'
import type { AtDesk } from './visits.schema.ts'

/**
 * Calls the next person to a desk, by the fair order of all who wait for a service of the desk's agency. Two taps call one person: who was called already is returned.
 * Returns the ticket's id, undefined where nobody waits. Throws NotFound, Refusal while the desk is paused.
 */
export function callNext(ctx: TenantContext, { shiftId }: AtDesk): Promise<string | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const shift = await lockOwnShift(ctx, shiftId)
    if (shift.pausedAt) throw new Refusal('visits:error.deskPaused')
    const before = await atDesk(ctx, shift.deskId)
    if (before) return before.id
    const next = await nextAt(ctx, shift)
    if (!next) return undefined
    const ticket = await ctx.db.selectFrom('ticket').selectAll().where('id', '=', next).executeTakeFirstOrThrow()
    await moveTicket(ctx, ticket, {
      status: 'called',
      deskId: shift.deskId,
      staffId: shift.staffId,
      calls: ticket.calls + 1,
      calledAt: ctx.clock.now(),
    })
    await record(ctx, {
      event: 'ticket.called',
      subjectKind: 'ticket',
      subjectId: ticket.id,
      refs: { deskId: shift.deskId, hallId: shift.hallId, visitId: ticket.visitId },
    })
    return ticket.id
  })
}

/** Whose ticket is at a desk: called there, served or asked to wait. */
export const atDesk = ({ db }: TenantContext, deskId: string): Promise<Ticket | undefined> =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('deskId', '=', deskId)
    .where('status', 'in', ['called', 'serving', 'held'])
    .executeTakeFirst()

async function nextAt(ctx: TenantContext, shift: Shift): Promise<string | undefined> {
  const services = await ctx.db
    .selectFrom('hallService')
    .innerJoin('desk', 'desk.agencyId', 'hallService.agencyId')
    .select('hallService.id')
    .where('desk.id', '=', shift.deskId)
    .where('hallService.hallId', '=', shift.hallId)
    .execute()
  const waiting = await waitingFor(
    ctx,
    shift.hallId,
    services.map(({ id }) => id),
  )
  return nextFor(waiting, { id: shift.deskId, locales: shift.locales }, ctx.clock.now().getTime())?.id
}

import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockOwnShift, type Shift } from './desk-shift.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { missedFor, mostMisses, type TicketAct } from './ticket.ts'
import { getTicketFor, type Ticket } from './tickets.queries.server.ts'
import type { MoveTicket } from './visits.schema.ts'

/** Calls who was called once more: the board says it again. Throws NotFound, Refusal. */
export const recallTicket = (ctx: TenantContext, input: MoveTicket): Promise<void> =>
  atOwnDesk(ctx, 'recall', input, async (ctx, ticket, { staffId }) => {
    await moveTicket(ctx, ticket, {
      status: 'called',
      staffId,
      calls: ticket.calls + 1,
      calledAt: ctx.clock.now(),
    })
    await tell(ctx, 'ticket.recalled', ticket)
  })

/** The person is here. Throws NotFound, Refusal. */
export const startTicket = (ctx: TenantContext, input: MoveTicket): Promise<void> =>
  atOwnDesk(ctx, 'start', input, async (ctx, ticket, { staffId }) => {
    await moveTicket(ctx, ticket, { status: 'serving', staffId })
    await tell(ctx, 'ticket.started', ticket)
  })

/** The person sits there while something is waited for: a colleague, an interpreter, a paper. Throws NotFound, Refusal. */
export const holdTicket = (ctx: TenantContext, input: MoveTicket): Promise<void> =>
  atOwnDesk(ctx, 'hold', input, async (ctx, ticket, { staffId }) => {
    await moveTicket(ctx, ticket, { status: 'held', staffId })
    await tell(ctx, 'ticket.held', ticket)
  })

/** Goes on. Throws NotFound, Refusal. */
export const resumeTicket = (ctx: TenantContext, input: MoveTicket): Promise<void> =>
  atOwnDesk(ctx, 'resume', input, async (ctx, ticket, { staffId }) => {
    await moveTicket(ctx, ticket, { status: 'serving', staffId })
    await tell(ctx, 'ticket.resumed', ticket)
  })

/** The person fetches something; nobody calls them until they are back, and then this desk alone. Throws NotFound, Refusal. */
export const sendAway = (ctx: TenantContext, input: MoveTicket): Promise<void> =>
  atOwnDesk(ctx, 'sendAway', input, async (ctx, ticket) => {
    await moveTicket(ctx, ticket, { status: 'waiting', staffId: null, awayAt: ctx.clock.now() })
    await tell(ctx, 'ticket.sentAway', ticket)
  })

/** Whom this desk sent away is here again. Throws NotFound, Refusal for who was not away. */
export const takeBack = (ctx: TenantContext, input: MoveTicket): Promise<void> =>
  atOwnDesk(ctx, 'comeBack', input, async (ctx, ticket) => {
    if (!ticket.awayAt) throw new Refusal('visits:error.notAway')
    await moveTicket(ctx, ticket, { status: 'waiting', staffId: null, awayAt: null })
    await tell(ctx, 'ticket.cameBack', ticket)
  })

/**
 * Nobody came. The first time the ticket waits again, behind who is here now, and is called once more by this desk; the second
 * time it is over. Throws NotFound, Refusal.
 */
export const missTicket = (ctx: TenantContext, input: MoveTicket): Promise<void> =>
  atOwnDesk(ctx, 'miss', input, async (ctx, ticket) => {
    const misses = ticket.misses + 1
    if (misses >= mostMisses) {
      await moveTicket(ctx, ticket, { status: 'missed', staffId: null, misses })
      await tell(ctx, 'ticket.missed', ticket)
      return
    }
    const queuedAt = new Date(ctx.clock.now().getTime() + missedFor * 60_000)
    await moveTicket(ctx, ticket, {
      status: 'waiting',
      staffId: null,
      misses,
      queuedAt,
      creditMinutes: 0,
      appointmentAt: null,
    })
    await tell(ctx, 'ticket.notThere', ticket)
  })

/** Does something with the ticket that is at one's own desk, under the hall's lock. */
export function atOwnDesk<T>(
  ctx: TenantContext,
  act: TicketAct,
  input: MoveTicket,
  work: (ctx: TenantContext, ticket: Ticket, shift: Shift) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (ctx) => {
    const shift = await lockOwnShift(ctx, input.shiftId)
    const ticket = await getTicketFor(ctx, act, { ...input, deskId: shift.deskId })
    return work(ctx, ticket, shift)
  })
}

async function tell(ctx: TenantContext, event: string, { id, hallId, visitId, deskId }: Ticket): Promise<void> {
  await record(ctx, {
    event,
    subjectKind: 'ticket',
    subjectId: id,
    fields: ['status'],
    refs: { hallId, visitId, ...(deskId ? { deskId } : {}) },
  })
}

import type { Updateable } from 'kysely'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { TicketStatus } from '#db/schema/vocabulary.ts'
import { isOver } from './ticket.ts'
import type { Ticket } from './tickets.queries.server.ts'

/** Where a ticket goes: its next status, and whatever of it changes with that. */
interface Move extends Omit<Updateable<TenantTables['ticket']>, 'status' | 'version' | 'endedAt'> {
  readonly status: TicketStatus
  /** Who sits at the desk; null while nobody has it. */
  readonly staffId: string | null
}

/**
 * Moves a ticket under the hall's lock: the time it spent so far gets its end and its owner, what begins gets a beginning, and a
 * visit without an open ticket is over. Returns the ticket as it stands then.
 */
export async function moveTicket(ctx: TenantContext, ticket: Ticket, move: Move): Promise<Ticket> {
  const { staffId, ...patch } = move
  const now = ctx.clock.now()
  const moved = await ctx.db
    .updateTable('ticket')
    .set({ ...patch, endedAt: isOver(move.status) ? now : null, version: ticket.version + 1 })
    .where('id', '=', ticket.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('ticketSpan')
    .set({ endedAt: now })
    .where('ticketId', '=', ticket.id)
    .where('endedAt', 'is', null)
    .execute()
  await beginSpan(ctx, moved, staffId)
  if (isOver(move.status)) await closeVisit(ctx, ticket.visitId)
  return moved
}

/** Begins the time in which a ticket is what it is now; nothing where it is over. */
export async function beginSpan(ctx: TenantContext, ticket: Ticket, staffId: string | null): Promise<void> {
  const { status } = ticket
  if (status === 'served' || status === 'missed' || status === 'withdrawn') return
  await ctx.db
    .insertInto('ticketSpan')
    .values({
      id: newId(),
      ticketId: ticket.id,
      hallId: ticket.hallId,
      day: ticket.day,
      serviceId: ticket.serviceId,
      state: status,
      deskId: ticket.deskId,
      staffId,
      beganAt: ctx.clock.now(),
      endedAt: null,
    })
    .execute()
}

async function closeVisit({ db, clock }: TenantContext, visitId: string): Promise<void> {
  await db
    .updateTable('visit')
    .set({ closedAt: clock.now() })
    .where('id', '=', visitId)
    .where('closedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('ticket').select('ticket.id').where('visitId', '=', visitId).where('endedAt', 'is', null))),
    )
    .execute()
}

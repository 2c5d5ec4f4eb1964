import type { Selectable } from 'kysely'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Waiting } from './fair-order.ts'
import { ticketAllows, ticketLabel, type TicketAct } from './ticket.ts'

export type Ticket = Selectable<TenantTables['ticket']>

/**
 * A ticket as it stands under the hall's lock, for somebody who saw `version` of it on their page, and at `deskId` where one is
 * named. Throws NotFound, and Refusal that says what became of it where it was moved meanwhile or is not open to `act`.
 */
export async function getTicketFor(
  { db }: TenantContext,
  act: TicketAct,
  { ticketId, version, deskId }: { readonly ticketId: string; readonly version: number; readonly deskId?: string },
): Promise<Ticket> {
  const ticket = await db.selectFrom('ticket').selectAll().where('id', '=', ticketId).executeTakeFirst()
  if (!ticket) throw new NotFound('Ticket')
  const isElsewhere = deskId !== undefined && ticket.deskId !== deskId
  if (isElsewhere || ticket.version !== version || !ticketAllows(act, ticket)) {
    const desk = await labelOf(db, ticket)
    throw new Refusal(`visits:error.now.${ticket.status}`, { ticket: ticketLabel(ticket), desk })
  }
  return ticket
}

async function labelOf(db: TenantContext['db'], { deskId }: Ticket): Promise<string> {
  if (!deskId) return '–'
  const desk = await db.selectFrom('desk').select('label').where('id', '=', deskId).executeTakeFirst()
  return desk?.label ?? '–'
}

/**
 * All who wait in a hall for one of these services, but for who is away on an errand and who sits at a desk just now: a visit has
 * several tickets and one person.
 */
export async function waitingFor(
  { db }: TenantContext,
  hallId: string,
  serviceIds: readonly string[],
): Promise<(Waiting & { readonly serviceId: string })[]> {
  if (serviceIds.length === 0) return []
  const rows = await db
    .selectFrom('ticket')
    .innerJoin('visit', 'visit.id', 'ticket.visitId')
    .select([
      'ticket.id',
      'ticket.serviceId',
      'ticket.queuedAt',
      'ticket.creditMinutes',
      'ticket.appointmentAt',
      'ticket.deskId',
      'visit.locale',
    ])
    .where('ticket.hallId', '=', hallId)
    .where('ticket.status', '=', 'waiting')
    .where('ticket.awayAt', 'is', null)
    .where('ticket.serviceId', 'in', [...serviceIds])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ticket as other')
            .select('other.id')
            .whereRef('other.visitId', '=', 'ticket.visitId')
            .where('other.status', 'in', ['called', 'serving', 'held']),
        ),
      ),
    )
    .execute()
  return rows.map(({ id, serviceId, queuedAt, creditMinutes, appointmentAt, deskId, locale }) => ({
    id,
    serviceId,
    queuedAt: queuedAt.getTime(),
    credit: creditMinutes,
    appointmentAt: appointmentAt?.getTime(),
    deskId: deskId ?? undefined,
    locale,
  }))
}

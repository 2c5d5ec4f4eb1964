import type { TenantContext } from '#app/core/context.ts'
import { fairOrder, type PlaceReason } from './fair-order.ts'
import { ticketLabel } from './ticket.ts'

/** A ticket of a hall that is not over. */
export interface QueueRow {
  readonly id: string
  readonly visitId: string
  readonly version: number
  readonly label: string
  readonly serviceId: string
  readonly status: 'waiting' | 'called' | 'serving' | 'held'
  readonly away: boolean
  /** Where the person sits, is called to or comes back to. */
  readonly desk: string | null
  readonly deskId: string | null
  readonly language: 'kk' | 'ru' | 'en'
  /** Whole minutes since it counts. */
  readonly minutes: number
  readonly calledAt: number | null
  /** One is next; null for who does not wait. */
  readonly place: number | null
  readonly reason: PlaceReason | null
}

/** All open tickets of a hall: who is at a desk first, then who waits in the fair order of each service. One statement. */
export async function listQueue({ db, clock }: TenantContext, hallId: string): Promise<QueueRow[]> {
  const now = clock.now().getTime()
  const rows = await db
    .selectFrom('ticket')
    .innerJoin('visit', 'visit.id', 'ticket.visitId')
    .leftJoin('desk', 'desk.id', 'ticket.deskId')
    .selectAll('ticket')
    .select(['visit.locale', 'desk.label as desk'])
    .where('ticket.hallId', '=', hallId)
    .where('ticket.endedAt', 'is', null)
    .execute()
  const here = rows.filter(({ status, awayAt }) => status === 'waiting' && awayAt === null)
  const places = new Map<string, { place: number; reason: PlaceReason }>()
  for (const serviceId of new Set(here.map((row) => row.serviceId))) {
    const waiting = here
      .filter((row) => row.serviceId === serviceId)
      .map((row) => ({
        id: row.id,
        queuedAt: row.queuedAt.getTime(),
        credit: row.creditMinutes,
        appointmentAt: row.appointmentAt?.getTime(),
        deskId: row.deskId ?? undefined,
        locale: row.locale,
      }))
    fairOrder(waiting, now).forEach(({ id, reason }, before) => places.set(id, { place: before + 1, reason }))
  }
  return rows
    .map((row) => ({
      id: row.id,
      visitId: row.visitId,
      version: row.version,
      label: ticketLabel(row),
      serviceId: row.serviceId,
      status: row.status as QueueRow['status'],
      away: row.awayAt !== null,
      desk: row.desk,
      deskId: row.deskId,
      language: row.locale,
      minutes: Math.max(0, Math.floor((now - row.queuedAt.getTime()) / 60_000)),
      calledAt: row.calledAt?.getTime() ?? null,
      place: places.get(row.id)?.place ?? null,
      reason: places.get(row.id)?.reason ?? null,
    }))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || (one.label < other.label ? -1 : 1))
}

const rankOf = ({ place, away }: QueueRow) => (away ? 100_000 : (place ?? 0))

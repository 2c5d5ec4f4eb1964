import { authorize } from '#app/core/access/authorize.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { qrCode } from '#app/core/qr.server.ts'
import type { TicketStatus } from '#db/schema/vocabulary.ts'
import { estimateOf, paceOf, type Estimate, type Pace } from './estimate.ts'
import { listQueue } from './hall-queue.queries.server.ts'
import { ticketLabel } from './ticket.ts'
import { visitLink } from './visit-link.server.ts'

/** A ticket as its person follows it. */
export interface FollowedTicket {
  readonly id: string
  readonly label: string
  readonly service: string
  readonly status: TicketStatus
  readonly away: boolean
  /** The desk that calls or serves, or to come back to. */
  readonly desk: string | null
  /** One is next; null for who does not wait. */
  readonly place: number | null
  /** Undefined where nobody can say. */
  readonly wait: Estimate | undefined
}

/** A visit as its person follows it on a telephone. Throws NotFound for one whose slip this browser has not seen. */
export async function getFollowedVisit(ctx: TenantContext, visitId: string) {
  const visit = await ctx.db
    .selectFrom('visit')
    .innerJoin('hall', 'hall.id', 'visit.hallId')
    .select(['visit.id', 'visit.hallId', 'visit.openedAt', 'visit.closedAt', 'visit.locale'])
    .select(['hall.nameKk', 'hall.nameRu', 'hall.nameEn'])
    .where('visit.id', '=', visitId)
    .where(accessible(ctx.ability, 'read', 'Visit', 'visit'))
    .executeTakeFirst()
  if (!visit) throw new NotFound('Visit')
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  return {
    id: visit.id,
    hallId: visit.hallId,
    hall: { kk: visit.nameKk, ru: visit.nameRu, en: visit.nameEn }[ctx.locale],
    openedAt: formatMoment(visit.openedAt, timeZone),
    over: visit.closedAt !== null,
    tickets: await ticketsOf(ctx, visit, timeZone),
  }
}

/** The slip of a visit: the same, with the code by which a telephone follows it. Throws ForbiddenError, NotFound. */
export async function getSlip(ctx: TenantContext, hallId: string, visitId: string) {
  authorize(ctx.ability, 'receive', 'Visit')
  const visit = await ctx.db
    .selectFrom('visit')
    .select(['id', 'locale'])
    .where('id', '=', visitId)
    .where('hallId', '=', hallId)
    .executeTakeFirst()
  if (!visit) throw new NotFound('Visit')
  const link = visitLink(ctx, visit)
  return { ...(await getFollowedVisit(ctx, visitId)), language: visit.locale, link, qr: qrCode(link) }
}

async function ticketsOf(
  ctx: TenantContext,
  { id, hallId }: { readonly id: string; readonly hallId: string },
  timeZone: string,
): Promise<FollowedTicket[]> {
  const tickets = await ctx.db
    .selectFrom('ticket')
    .innerJoin('hallService', 'hallService.id', 'ticket.serviceId')
    .leftJoin('desk', 'desk.id', 'ticket.deskId')
    .selectAll('ticket')
    .select(['hallService.nameKk', 'hallService.nameRu', 'hallService.nameEn', 'desk.label as desk'])
    .where('ticket.visitId', '=', id)
    .orderBy('ticket.id')
    .execute()
  const queue = tickets.some(({ endedAt }) => endedAt === null) ? await listQueue(ctx, hallId) : []
  const followed: FollowedTicket[] = []
  for (const ticket of tickets) {
    const place = queue.find((row) => row.id === ticket.id)?.place ?? null
    followed.push({
      id: ticket.id,
      label: ticketLabel(ticket),
      service: { kk: ticket.nameKk, ru: ticket.nameRu, en: ticket.nameEn }[ctx.locale],
      status: ticket.status,
      away: ticket.awayAt !== null,
      desk: ticket.desk,
      place,
      wait:
        place === null
          ? undefined
          : estimateOf(
              place - 1,
              await desksFor(ctx, hallId, ticket.serviceId),
              await paceFor(ctx, hallId, ticket.serviceId, timeZone),
            ),
    })
  }
  return followed
}

/** How many desks call people of a service just now. */
async function desksFor({ db }: TenantContext, hallId: string, serviceId: string): Promise<number> {
  const { desks } = await db
    .selectFrom('deskShift')
    .innerJoin('desk', 'desk.id', 'deskShift.deskId')
    .innerJoin('hallService', 'hallService.agencyId', 'desk.agencyId')
    .select(({ fn }) => fn.countAll<string>().as('desks'))
    .where('hallService.id', '=', serviceId)
    .where('deskShift.hallId', '=', hallId)
    .where('deskShift.closedAt', 'is', null)
    .where('deskShift.pausedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(desks)
}

/** So many days back a service is measured. */
const measuredDays = 14
/** And so many of its people at most. */
const mostMeasured = 500

/** How long people of a service sat at a desk in this hour of recent days; in any hour where this one was too rarely measured. */
async function paceFor(ctx: TenantContext, hallId: string, serviceId: string, timeZone: string): Promise<Pace> {
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - measuredDays * 86_400_000)
  const spans = await ctx.db
    .selectFrom('ticketSpan')
    .select(['beganAt', 'endedAt'])
    .where('hallId', '=', hallId)
    .where('serviceId', '=', serviceId)
    .where('day', '>=', wallClockParts(since, timeZone).day)
    .where('state', '=', 'serving')
    .where('endedAt', 'is not', null)
    .orderBy('day', 'desc')
    .limit(mostMeasured)
    .execute()
  const hourOf = (at: Date) => wallClockParts(at, timeZone).time.slice(0, 2)
  const minutes = (some: typeof spans) =>
    some.map(({ beganAt, endedAt }) => ((endedAt ?? beganAt).getTime() - beganAt.getTime()) / 60_000)
  const inThisHour = spans.filter(({ beganAt }) => hourOf(beganAt) === hourOf(now))
  return paceOf(minutes(inThisHour.length < 5 ? spans : inThisHour))
}

import { listCategories } from '#app/features/categories/public.server.ts'
import { listServices } from '#app/features/services/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { atDesk } from './call-next.server.ts'
import { listQueue } from './hall-queue.queries.server.ts'
import { getWorkHall } from './reception.queries.server.ts'
import { ticketLabel } from './ticket.ts'

/** How many earlier visits of a person are shown. */
const mostEarlier = 5

/**
 * What somebody who sits in a hall sees: their desk with the person before it, who waits for their agency, who is away; without a
 * shift the free desks of their agency. Throws ForbiddenError, NotFound.
 */
export async function getConsole(ctx: TenantContext, hallId: string) {
  authorize(ctx.ability, 'serve', 'Visit')
  if (ctx.principal.kind !== 'staff') throw new NotFound('Hall')
  const hall = await getWorkHall(ctx, hallId)
  const { agencyId } = ctx.principal
  const shift = await ctx.db
    .selectFrom('deskShift')
    .innerJoin('desk', 'desk.id', 'deskShift.deskId')
    .select(['deskShift.id', 'deskShift.deskId', 'deskShift.pausedAt', 'desk.label'])
    .where('deskShift.staffId', '=', ctx.principal.id)
    .where('deskShift.closedAt', 'is', null)
    .where('deskShift.hallId', '=', hallId)
    .executeTakeFirst()
  if (!shift) return { hall, desks: await freeDesks(ctx, hallId, agencyId), shift: undefined }
  const services = await listServices(ctx, hallId)
  const own = new Set(services.filter((service) => service.agencyId === agencyId).map(({ id }) => id))
  const queue = (await listQueue(ctx, hallId)).filter(({ serviceId }) => own.has(serviceId))
  const ticket = await atDesk(ctx, shift.deskId)
  return {
    hall,
    desks: [],
    shift: { id: shift.id, desk: shift.label, paused: shift.pausedAt !== null },
    ticket: ticket && { ...(await whoIs(ctx, ticket.visitId)), ...facts(ticket, services) },
    waiting: queue.filter(({ status, away }) => status === 'waiting' && !away),
    away: queue.filter(({ away, deskId }) => away && deskId === shift.deskId),
    others: services.filter(({ id }) => id !== ticket?.serviceId).map(({ id, name }) => ({ id, name })),
    categories: await listCategories(ctx),
  }
}

const facts = (
  ticket: NonNullable<Awaited<ReturnType<typeof atDesk>>>,
  services: readonly { id: string; name: string }[],
) => ({
  id: ticket.id,
  version: ticket.version,
  label: ticketLabel(ticket),
  status: ticket.status as 'called' | 'serving' | 'held',
  calls: ticket.calls,
  misses: ticket.misses,
  service: services.find(({ id }) => id === ticket.serviceId)?.name ?? '',
})

async function freeDesks({ db }: TenantContext, hallId: string, agencyId: string | null) {
  if (!agencyId) return []
  return db
    .selectFrom('desk')
    .select(['id', 'label'])
    .where('hallId', '=', hallId)
    .where('agencyId', '=', agencyId)
    .where('retiredAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deskShift')
            .select('deskShift.id')
            .whereRef('deskShift.deskId', '=', 'desk.id')
            .where('closedAt', 'is', null),
        ),
      ),
    )
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Who a visit is of, what was said in it before, and when the same telephone number came earlier. */
async function whoIs(ctx: TenantContext, visitId: string) {
  const { db } = ctx
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirstOrThrow()
  const { timeZone } = await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const said = await db
    .selectFrom('consultation')
    .innerJoin('hallService', 'hallService.id', 'consultation.serviceId')
    .innerJoin('staffMember', 'staffMember.id', 'consultation.staffId')
    .select(['consultation.id', 'consultation.note', 'consultation.createdAt', 'staffMember.fullName as by'])
    .select(['hallService.nameKk', 'hallService.nameRu', 'hallService.nameEn'])
    .where('consultation.visitId', '=', visitId)
    .orderBy('consultation.id')
    .execute()
  const earlier = visit.phone
    ? await db
        .selectFrom('visit')
        .select(['id', 'openedAt'])
        .where('phone', '=', visit.phone)
        .where('id', '<', visit.id)
        .orderBy('id', 'desc')
        .limit(mostEarlier)
        .execute()
    : []
  return {
    visitId,
    fullName: visit.fullName,
    phone: visit.phone,
    language: visit.locale,
    said: said.map((row) => ({
      id: row.id,
      note: row.note,
      by: row.by,
      at: { dateTime: row.createdAt.toISOString(), text: formatMoment(row.createdAt, timeZone) },
      service: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    })),
    earlier: earlier.map(({ id, openedAt }) => ({ id, at: formatMoment(openedAt, timeZone) })),
  }
}

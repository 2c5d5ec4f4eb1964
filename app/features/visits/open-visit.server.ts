import { findService, findPriorityGroup } from '#app/features/services/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockHall, today } from './hall-lock.server.ts'
import { beginSpan } from './move-ticket.server.ts'
import type { OpenVisit } from './visits.schema.ts'

/**
 * Opens a visit with a ticket for each service that was asked for: one visit however often the same key is sent. A priority group
 * counts for all of them. Returns the visit's id. Throws ForbiddenError, NotFound, InvalidInput for a service that is not of
 * this hall.
 */
export function openVisit(ctx: TenantContext, hallId: string, input: OpenVisit): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const hall = await ctx.db
      .selectFrom('hall')
      .select(['id', 'slug'])
      .where('id', '=', hallId)
      .where('retiredAt', 'is', null)
      .executeTakeFirst()
    if (!hall) throw new NotFound('Hall')
    authorize(ctx.ability, 'receive', 'Visit')
    await lockHall(ctx, hallId)
    const sent = await ctx.db
      .selectFrom('visit')
      .select('id')
      .where('submissionKey', '=', input.submissionKey)
      .executeTakeFirst()
    if (sent) return sent.id
    const services = await servicesOf(ctx, hallId, input.serviceId)
    const group = input.priorityGroupId ? await findPriorityGroup(ctx, input.priorityGroupId) : undefined
    if (input.priorityGroupId && !group) throw new InvalidInput({ priorityGroupId: 'visits:error.groupGone' })
    const [id, day, now] = [newId(), await today(ctx), ctx.clock.now()]
    await ctx.db
      .insertInto('visit')
      .values({
        id,
        hallId,
        day,
        locale: input.locale,
        fullName: input.fullName,
        phone: input.phone,
        priorityGroupId: group?.id ?? null,
        applicantId: null,
        openedBy: ctx.principal.kind === 'staff' ? ctx.principal.id : null,
        openedAt: now,
        closedAt: null,
        submissionKey: input.submissionKey,
      })
      .execute()
    for (const service of services) {
      const ticket = await ctx.db
        .insertInto('ticket')
        .values({
          id: newId(),
          visitId: id,
          hallId,
          day,
          serviceId: service.id,
          letter: service.letter,
          number: await nextNumber(ctx, hallId, day, service.letter),
          status: 'waiting',
          queuedAt: now,
          creditMinutes: group?.creditMinutes ?? 0,
          appointmentAt: null,
          deskId: null,
          calledAt: null,
          awayAt: null,
          endedAt: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      await beginSpan(ctx, ticket, null)
    }
    await record(ctx, {
      event: 'visit.opened',
      subjectKind: 'visit',
      subjectId: id,
      fields: [...(input.fullName ? ['fullName'] : []), ...(input.phone ? ['phone'] : [])],
      refs: { hallId },
      facts: { hall: hall.slug, services: services.length, priority: group ? 1 : 0 },
    })
    return id
  })
}

async function servicesOf(ctx: TenantContext, hallId: string, ids: readonly string[]) {
  if (ids.length === 0) throw new InvalidInput({ serviceId: 'visits:error.serviceMissing' })
  const services = []
  for (const id of ids) {
    const service = await findService(ctx, hallId, id)
    if (!service) throw new InvalidInput({ serviceId: 'visits:error.serviceGone' })
    services.push(service)
  }
  return services
}

/** The next number of a letter on a day; under the hall's lock, so none is given twice. */
async function nextNumber({ db }: TenantContext, hallId: string, day: string, letter: string): Promise<number> {
  const { lastNumber } = await db
    .insertInto('ticketCounter')
    .values({ hallId, day, letter, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['hallId', 'day', 'letter'])
        .doUpdateSet((update) => ({ lastNumber: update('ticketCounter.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
}

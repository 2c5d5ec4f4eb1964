import { findCategory } from '#app/features/categories/public.server.ts'
import { findService } from '#app/features/services/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import type { ConsultationOutcome } from '#db/schema/vocabulary.ts'
import type { Shift } from './desk-shift.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { atOwnDesk } from './serve-ticket.server.ts'
import type { Ticket } from './tickets.queries.server.ts'
import type { FinishTicket, HandOver } from './visits.schema.ts'

/** Ends a ticket with what became of the question. Returns the consultation's id. Throws NotFound, Refusal, InvalidInput. */
export const finishTicket = (ctx: TenantContext, input: FinishTicket): Promise<string> =>
  atOwnDesk(ctx, 'finish', input, async (ctx, ticket, shift) => {
    const id = await keepConsultation(ctx, ticket, shift, input)
    await moveTicket(ctx, ticket, { status: 'served', staffId: null })
    return id
  })

/**
 * Hands a person over to another service of the hall: the same ticket, with what was said so far, counting from when they came.
 * Throws NotFound, Refusal, InvalidInput for a service that is not of this hall or is this one.
 */
export const handOver = (ctx: TenantContext, input: HandOver): Promise<string> =>
  atOwnDesk(ctx, 'handOver', input, async (ctx, ticket, shift) => {
    const service = await findService(ctx, ticket.hallId, input.serviceId)
    if (!service || service.id === ticket.serviceId) throw new InvalidInput({ serviceId: 'visits:error.serviceGone' })
    const id = await keepConsultation(ctx, ticket, shift, { ...input, outcome: 'handedOver' })
    await moveTicket(ctx, ticket, { status: 'waiting', serviceId: service.id, deskId: null, staffId: null })
    return id
  })

interface Said {
  readonly categoryId: string
  readonly locale: FinishTicket['locale']
  readonly note: string
  readonly outcome: ConsultationOutcome
}

async function keepConsultation(ctx: TenantContext, ticket: Ticket, shift: Shift, said: Said): Promise<string> {
  const category = said.categoryId ? await findCategory(ctx, said.categoryId) : undefined
  if (said.categoryId && !category) throw new InvalidInput({ categoryId: 'visits:error.categoryGone' })
  const at = await ctx.db
    .selectFrom('desk')
    .innerJoin('agency', 'agency.id', 'desk.agencyId')
    .innerJoin('hall', 'hall.id', 'desk.hallId')
    .select(['agency.id as agencyId', 'agency.slug as agency', 'hall.slug as hall'])
    .where('desk.id', '=', shift.deskId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await ctx.db
    .insertInto('consultation')
    .values({
      id,
      visitId: ticket.visitId,
      ticketId: ticket.id,
      hallId: ticket.hallId,
      serviceId: ticket.serviceId,
      agencyId: at.agencyId,
      deskId: shift.deskId,
      staffId: shift.staffId,
      categoryId: category?.id ?? null,
      outcome: said.outcome,
      locale: said.locale,
      note: said.note,
      appealId: null,
      day: ticket.day,
      createdAt: ctx.clock.now(),
    })
    .execute()
  await record(ctx, {
    event: 'consultation.kept',
    subjectKind: 'consultation',
    subjectId: id,
    fields: said.note ? ['note'] : [],
    refs: { ticketId: ticket.id, visitId: ticket.visitId, deskId: shift.deskId, hallId: ticket.hallId },
    facts: {
      hall: at.hall,
      agency: at.agency,
      outcome: said.outcome,
      language: said.locale,
      ...(category ? { category: category.slug } : {}),
    },
  })
  return id
}

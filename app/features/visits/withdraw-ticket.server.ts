import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockHall } from './hall-lock.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { getTicketFor, type Ticket } from './tickets.queries.server.ts'
import type { WithdrawTicket } from './visits.schema.ts'

/** The person does not wait any longer. Throws ForbiddenError, NotFound, Refusal where a desk was faster. */
export const withdrawTicket = (ctx: TenantContext, input: WithdrawTicket): Promise<void> =>
  atReception(ctx, 'withdraw', input, async (ctx, ticket) => {
    await moveTicket(ctx, ticket, { status: 'withdrawn', staffId: null, awayAt: null })
    return 'ticket.withdrawn'
  })

/** Who was away on an errand is here again. Throws ForbiddenError, NotFound, Refusal for who was not away. */
export const comeBack = (ctx: TenantContext, input: WithdrawTicket): Promise<void> =>
  atReception(ctx, 'comeBack', input, async (ctx, ticket) => {
    if (!ticket.awayAt) throw new Refusal('visits:error.notAway')
    await moveTicket(ctx, ticket, { status: 'waiting', staffId: null, awayAt: null })
    return 'ticket.cameBack'
  })

function atReception(
  ctx: TenantContext,
  act: 'withdraw' | 'comeBack',
  input: WithdrawTicket,
  work: (ctx: TenantContext, ticket: Ticket) => Promise<string>,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'move', 'Visit')
    const asked = await ctx.db.selectFrom('ticket').select('hallId').where('id', '=', input.ticketId).executeTakeFirst()
    if (!asked) throw new NotFound('Ticket')
    await lockHall(ctx, asked.hallId)
    const ticket = await getTicketFor(ctx, act, input)
    await record(ctx, {
      event: await work(ctx, ticket),
      subjectKind: 'ticket',
      subjectId: ticket.id,
      fields: ['status'],
      refs: { hallId: ticket.hallId, visitId: ticket.visitId },
    })
  })
}

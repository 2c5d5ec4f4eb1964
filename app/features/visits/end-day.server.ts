import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockHall, today } from './hall-lock.server.ts'
import { moveTicket } from './move-ticket.server.ts'

/** Ends in each hall what nobody ended on its day: desks that were left open, and tickets of people who are long gone. */
export async function endDays(ctx: TenantContext): Promise<void> {
  const day = await today(ctx)
  const halls = await ctx.db
    .selectFrom('ticket')
    .select('hallId')
    .where('endedAt', 'is', null)
    .where('day', '<', day)
    .union(ctx.db.selectFrom('deskShift').select('hallId').where('closedAt', 'is', null))
    .execute()
  for (const { hallId } of halls) await inTransaction(ctx, (ctx) => endDay(ctx, hallId, day))
}

async function endDay(ctx: TenantContext, hallId: string, day: string): Promise<void> {
  await lockHall(ctx, hallId)
  const tickets = await ctx.db
    .selectFrom('ticket')
    .selectAll()
    .where('hallId', '=', hallId)
    .where('endedAt', 'is', null)
    .where('day', '<', day)
    .execute()
  for (const ticket of tickets) {
    await moveTicket(ctx, ticket, { status: 'withdrawn', staffId: null, awayAt: null })
    await record(ctx, {
      event: 'ticket.withdrawn',
      subjectKind: 'ticket',
      subjectId: ticket.id,
      fields: ['status'],
      refs: { hallId, visitId: ticket.visitId },
    })
  }
  const shifts = await ctx.db
    .updateTable('deskShift')
    .set({ closedAt: ctx.clock.now() })
    .where('hallId', '=', hallId)
    .where('closedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ticket')
            .select('ticket.id')
            .whereRef('ticket.deskId', '=', 'deskShift.deskId')
            .where('ticket.endedAt', 'is', null),
        ),
      ),
    )
    .returning(['id', 'deskId'])
    .execute()
  for (const { id, deskId } of shifts) {
    await record(ctx, { event: 'desk.closed', subjectKind: 'deskShift', subjectId: id, refs: { deskId, hallId } })
  }
}

import { moveReopeningDay } from '#app/features/appeals/public.server.ts'
import { dueMoved, lockMovingChange } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/**
 * Moves the days by which dispatchers must decide whether answered appeals are taken up again, where a change of the
 * calendar touches them. It goes before the move of the deadlines, which ends the change; a second run moves nothing twice.
 */
export function moveReopenings(ctx: TenantContext, changeId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const moving = await lockMovingChange(ctx, changeId)
    if (!moving) return
    const { before, after } = moving
    const { reopeningDays } = await ctx.db.selectFrom('regionProfile').select('reopeningDays').executeTakeFirstOrThrow()
    const undecided = await ctx.db
      .selectFrom('reopening')
      .innerJoin('appeal', 'appeal.id', 'reopening.appealId')
      .select(['reopening.id', 'appeal.id as appealId', 'reopening.createdAt', 'reopening.decideOn'])
      .select('reopening.decideAt')
      .where('reopening.decision', 'is', null)
      .where('appeal.status', '=', 'reopenRequested')
      .orderBy('appeal.id')
      .forUpdate('appeal')
      .execute()
    for (const { id, appealId, createdAt, decideOn, decideAt } of undecided) {
      const from = wallClockParts(createdAt, after.hours.timeZone).day
      const due = dueMoved([before, after], { from, count: reopeningDays, stands: decideAt })
      if (!due) continue
      await ctx.db
        .updateTable('reopening')
        .set({ decideOn: due.dueOn, decideAt: due.dueAt })
        .where('id', '=', id)
        .execute()
      await moveReopeningDay(ctx, appealId, due)
      await record(ctx, {
        event: 'appeal.reopeningMoved',
        subjectKind: 'appeal',
        subjectId: appealId,
        fields: ['decideOn', 'decideAt', 'dueOn', 'dueAt'],
        refs: { reopeningId: id, changeId },
        facts: { decideOn: due.dueOn, formerDecideOn: decideOn, cause: 'calendar' },
      })
    }
  })
}

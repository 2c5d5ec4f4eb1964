import { dueMoved, type TermBook } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'

/**
 * Moves the day by which dispatchers must decide what these appeals' bodies contest, where a change of the calendar touches
 * it, inside the transaction that has the appeals locked.
 */
export async function moveContests(
  ctx: TenantContext,
  { changeId, before, after }: { readonly changeId: string; readonly before: TermBook; readonly after: TermBook },
  appealIds: readonly string[],
): Promise<void> {
  if (appealIds.length === 0) return
  const { contestDays } = await ctx.db.selectFrom('regionProfile').select('contestDays').executeTakeFirstOrThrow()
  const undecided = await ctx.db
    .selectFrom('contest')
    .select(['id', 'assignmentId', 'appealId', 'createdAt', 'decideOn', 'decideAt'])
    .where('appealId', 'in', appealIds)
    .where('decidedAt', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id, assignmentId, appealId, createdAt, decideOn, decideAt } of undecided) {
    const from = wallClockParts(createdAt, after.hours.timeZone).day
    const due = dueMoved([before, after], { from, count: contestDays, stands: decideAt })
    if (!due) continue
    await ctx.db.updateTable('contest').set({ decideOn: due.dueOn, decideAt: due.dueAt }).where('id', '=', id).execute()
    await record(ctx, {
      event: 'share.contestMoved',
      subjectKind: 'share',
      subjectId: assignmentId,
      fields: ['decideOn', 'decideAt'],
      refs: { appealId, contestId: id, changeId },
      facts: { decideOn: due.dueOn, formerDecideOn: decideOn, cause: 'calendar' },
    })
  }
}

import { lockMovingChange, noteBatch } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { moveOf, type AppealMove } from './appeal-clock.server.ts'
import { nextClocked, type Clocked } from './clocked-appeals.queries.server.ts'
import { moveContests } from './move-contests.server.ts'

/** Appeals moved in one transaction: few enough that nobody at work on one waits for long. */
const batchSize = 100

/**
 * Moves every open appeal that a change of the calendar touches, and its open shares, each journalled with both dates. It
 * goes batch by batch; killed between two it goes on where it was, and a second run moves nothing twice.
 */
export async function moveDeadlines(ctx: TenantContext, changeId: string, most = batchSize): Promise<void> {
  for (let isLast = false; !isLast; ) isLast = await inTransaction(ctx, (ctx) => moveBatch(ctx, changeId, most))
}

/** Moves the next batch; whether it was the last one. */
export async function moveBatch(ctx: TenantContext, changeId: string, most: number): Promise<boolean> {
  const moving = await lockMovingChange(ctx, changeId)
  if (!moving) return true
  const { before, after, reached } = moving
  const batch = await nextClocked(ctx, { behind: reached, most, lock: true })
  let [moved, postponed] = [0, 0]
  for (const clocked of batch) {
    const move = moveOf(before, after, clocked.appeal, clocked.shares)
    await write(ctx, changeId, clocked, move)
    if (move.appeal || move.shares.length > 0) moved += 1
    if (move.appeal && move.appeal.to.dueOn > move.appeal.from) postponed += 1
  }
  const appealIds = batch.map(({ appeal }) => appeal.id)
  await moveContests(ctx, { changeId, before, after }, appealIds)
  const isLast = batch.length < most
  await noteBatch(ctx, changeId, { reached: appealIds.at(-1) ?? reached, moved, postponed, isLast })
  return isLast
}

/** The version of the appeal stays: nothing that anybody is writing now is made wrong by another date. */
async function write(ctx: TenantContext, changeId: string, { appeal }: Clocked, move: AppealMove): Promise<void> {
  for (const { id, from, to } of move.shares) {
    await ctx.db.updateTable('assignment').set(to).where('id', '=', id).execute()
    await record(ctx, {
      event: `assignment.${verbOf(from, to.dueOn)}`,
      subjectKind: 'assignment',
      subjectId: id,
      fields: ['dueOn', 'dueAt'],
      refs: { appealId: appeal.id, changeId },
      facts: { dueOn: to.dueOn, formerDueOn: from, cause: 'calendar' },
    })
  }
  if (!move.appeal) return
  const { from, to } = move.appeal
  await ctx.db
    .updateTable('appeal')
    .set({ ...to, updatedAt: ctx.clock.now() })
    .where('id', '=', appeal.id)
    .execute()
  await record(ctx, {
    event: `appeal.${verbOf(from, to.dueOn)}`,
    subjectKind: 'appeal',
    subjectId: appeal.id,
    fields: ['dueOn', 'dueAt'],
    refs: { changeId },
    facts: { dueOn: to.dueOn, formerDueOn: from, cause: 'calendar' },
  })
}

/** A person is told of a later day alone: an earlier one breaks no promise, and an hour is in none. */
const verbOf = (from: string, to: string) =>
  to > from ? 'deadlinePostponed' : to < from ? 'deadlineAdvanced' : 'deadlineHourMoved'

import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { listPeople } from './people.queries.server.ts'
import { takeBackShares } from './settle-appeal.server.ts'
import { getShares } from './shares.queries.server.ts'

/**
 * The appeal of this id and, where another goes on in its place, that one: locked in the order of their ids. Who asks has
 * proved that it is theirs. Throws a Refusal where it was merged or parted at this very moment.
 */
export async function lockWithWhole(
  ctx: TenantContext,
  appealId: string,
): Promise<{ readonly appeal: AppealRow; readonly whole: AppealRow }> {
  const seen = await ctx.db
    .selectFrom('appeal')
    .select('mergedInto')
    .where('id', '=', appealId)
    .executeTakeFirstOrThrow()
  const ids = [appealId, ...(seen.mergedInto ? [seen.mergedInto] : [])]
  const rows = await ctx.db.selectFrom('appeal').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute()
  const appeal = rows.find(({ id }) => id === appealId)
  const whole = rows.find(({ id }) => id === (appeal?.mergedInto ?? appealId))
  if (!appeal || !whole) throw new Refusal('appeals:error.movedNow')
  return { appeal, whole }
}

/**
 * Ends a locked appeal when nobody it belongs to is left: every open share ends by a step of its own, and the bodies still see
 * what became of it. Inside the transaction in which somebody left, `now`. Returns whether it ended.
 */
export async function endWhenNobodyIsLeft(
  ctx: TenantContext,
  whole: AppealRow,
  now: Date,
  leaver: Readonly<Record<string, string>> = {},
  fields: readonly string[] = ['status'],
): Promise<boolean> {
  if ((await listPeople(ctx, whole.id)).length > 0) return false
  await takeBackShares(ctx, await getShares(ctx, whole.id))
  await ctx.db
    .updateTable('appeal')
    .set({ status: 'withdrawn', version: whole.version + 1, updatedAt: now, closedAt: now })
    .where('id', '=', whole.id)
    .execute()
  await record(ctx, { event: 'appeal.withdrawn', subjectKind: 'appeal', subjectId: whole.id, fields, refs: leaver })
  return true
}

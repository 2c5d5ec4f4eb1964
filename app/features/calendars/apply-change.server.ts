import { mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { formerOf } from './calendar-lines.ts'
import { getTermBook } from './calendars.queries.server.ts'
import type { SameChange } from './calendars.schema.ts'
import { isMoving, lockChange, writeLines, type ChangeRow } from './own-change.server.ts'

/**
 * Applies a draft: from now on the region counts by it, and the worker moves the open appeals that it touches, in batches.
 * Throws ForbiddenError, NotFound, Refusal where another was faster, it is none of ours, or one before it moves still.
 */
export function applyChange(ctx: TenantContext, id: string, input: SameChange): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Calendar')
    const change = await lockChange(ctx, id)
    mustBeSameVersion(change, input.version)
    if (change.state !== 'draft') throw new Refusal('calendars:error.notDraft')
    await begin(ctx, change)
  })
}

/** Lets a change of a locked row begin to move, inside the caller's transaction. Throws Refusal while another one moves. */
export async function begin(ctx: TenantContext, { id, origin, lines, version }: ChangeRow): Promise<void> {
  // Whoever is second waits here for the first one's commit, and then finds it moving.
  await ctx.db.selectFrom('workingWeek').select('id').where('id', '=', 'region').forUpdate().execute()
  if (await isMoving(ctx)) throw new Refusal('calendars:error.moving')
  const former = formerOf(await getTermBook(ctx), origin, lines)
  await writeLines(ctx, origin, lines)
  await ctx.db
    .updateTable('calendarChange')
    .set({
      state: 'moving',
      former: JSON.stringify(former),
      appliedBy: ctx.principal.kind === 'staff' ? ctx.principal.id : null,
      appliedAt: ctx.clock.now(),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute()
  await record(ctx, {
    event: 'calendar.applied',
    subjectKind: 'calendarChange',
    subjectId: id,
    fields: [...lines.days.map(({ day }) => day), ...(lines.hours ? ['hours'] : [])],
    facts: { origin, days: lines.days.length },
  })
}

/** Gives a draft up. Throws ForbiddenError, NotFound, Refusal where it is none any more. */
export function discardChange(ctx: TenantContext, id: string, input: SameChange): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Calendar')
    const change = await lockChange(ctx, id)
    mustBeSameVersion(change, input.version)
    if (change.state !== 'draft') throw new Refusal('calendars:error.notDraft')
    await ctx.db
      .updateTable('calendarChange')
      .set({ state: 'discarded', version: change.version + 1 })
      .where('id', '=', id)
      .execute()
    await record(ctx, { event: 'calendar.discarded', subjectKind: 'calendarChange', subjectId: id })
  })
}

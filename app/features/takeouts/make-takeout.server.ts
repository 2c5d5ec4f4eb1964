import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { takeoutEvents, waitsFor } from './takeout.ts'

/** Says that the file is being made from now on; false where nothing is to do. For the worker, as all of these. */
export function beginTakeout(ctx: TenantContext, id: string): Promise<boolean> {
  return inTransaction(ctx, async ({ db, clock }) => {
    const begun = await db
      .updateTable('takeout')
      .set({ state: 'working', parts: 0, ofParts: 0, updatedAt: clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'working'])
      .executeTakeFirst()
    return begun.numUpdatedRows === 1n
  })
}

/** Notes how far it is. */
export function noteTakeoutProgress(ctx: TenantContext, id: string, parts: number, ofParts: number): Promise<void> {
  return inTransaction(ctx, async ({ db, clock }) => {
    await db
      .updateTable('takeout')
      .set({ parts, ofParts, updatedAt: clock.now() })
      .where('id', '=', id)
      .where('state', '=', 'working')
      .execute()
  })
}

/** The file lies in the region's store under the takeout's id and may be taken; who asked is told by mail. */
export function finishTakeout(
  ctx: TenantContext,
  id: string,
  file: { readonly bytes: number; readonly sha256: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    const done = await ctx.db
      .updateTable('takeout')
      .set({ state: 'ready', ...file, readyAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + waitsFor) })
      .where('id', '=', id)
      .where('state', '=', 'working')
      .executeTakeFirst()
    if (done.numUpdatedRows === 1n)
      await record(ctx, { event: takeoutEvents.ready, subjectKind: 'takeout', subjectId: id })
  })
}

/** It could not be made; the administrator sees it and may ask again. */
export function failTakeout(ctx: TenantContext, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const failed = await ctx.db
      .updateTable('takeout')
      .set({ state: 'failed', updatedAt: ctx.clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'working'])
      .executeTakeFirst()
    if (failed.numUpdatedRows === 1n)
      await record(ctx, { event: takeoutEvents.failed, subjectKind: 'takeout', subjectId: id })
  })
}

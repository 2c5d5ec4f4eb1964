import type { Selectable } from 'kysely'
import type { ControlTables, SetupStep } from '#db/schema/control.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

export type RegionSetup = Selectable<ControlTables['regionSetup']>

/** What was asked for and is not done yet, said to be at work from now on; undefined where nothing is to do. For the worker. */
export function beginSetup(ctx: PlatformContext, setupId: string): Promise<RegionSetup | undefined> {
  return inTransaction(ctx, ({ db, clock }) =>
    db
      .updateTable('regionSetup')
      .set({ state: 'working', problem: null, updatedAt: clock.now() })
      .where('id', '=', setupId)
      .where('state', 'in', ['asked', 'working'])
      .returningAll()
      .executeTakeFirst(),
  )
}

/** Notes the step that has just been done; with the last one the region is made, and who administers it stands there alone. */
export function noteStep(ctx: PlatformContext, { id, slug }: RegionSetup, step: SetupStep): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    const isLast = step === 'invitation'
    const noted = await ctx.db
      .updateTable('regionSetup')
      .set({
        step,
        updatedAt: now,
        ...(isLast ? { state: 'done' as const, doneAt: now, adminName: null, adminEmail: null } : {}),
      })
      .where('id', '=', id)
      .where('state', '=', 'working')
      .executeTakeFirst()
    if (isLast && noted.numUpdatedRows > 0n)
      await record(ctx, { event: 'region.created', subjectKind: 'region', subjectId: slug, refs: { setupId: id } })
  })
}

/** Notes why a region could not be made; an operator may try again. `problem` is a translation key. */
export function noteFailure(ctx: PlatformContext, setupId: string, problem: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('regionSetup')
      .set({ state: 'failed', problem, updatedAt: ctx.clock.now() })
      .where('id', '=', setupId)
      .where('state', '=', 'working')
      .execute()
    await record(ctx, {
      event: 'region.setupFailed',
      subjectKind: 'regionSetup',
      subjectId: setupId,
      facts: { problem },
    })
  })
}

import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { HostProblem } from '#db/schema/launch.ts'
import type { OwnHostRow } from './own-hosts.server.ts'

/** A host of the region by its id; undefined where there is none. */
export const findHost = (ctx: TenantContext, id: string): Promise<OwnHostRow | undefined> =>
  // In a transaction of its own: no connection is held while somebody far away is asked.
  inTransaction(ctx, ({ db }) => db.selectFrom('ownHost').selectAll().where('id', '=', id).executeTakeFirst())

/** Whether the region has a host of this name now. */
export const isBrought = (ctx: TenantContext, host: string): Promise<boolean> =>
  inTransaction(ctx, async ({ db }) => {
    const query = db.selectFrom('ownHost').select('id').where('host', '=', host).where('state', '!=', 'removed')
    return (await query.executeTakeFirst()) !== undefined
  })

/** By which of its own hosts the region wants to show itself; `''` for the one that the platform gave. */
export const chosenHost = (ctx: TenantContext): Promise<string> =>
  inTransaction(ctx, async ({ db }) => {
    const row = await db.selectFrom('ownHost').select('host').where('isPrimary', '=', true).executeTakeFirst()
    return row?.host ?? ''
  })

/** Hosts that are served, and were not looked at since a moment: for a while now, or never. */
export const listDue = (ctx: TenantContext, good: Date, failing: Date): Promise<OwnHostRow[]> =>
  inTransaction(ctx, ({ db }) =>
    db
      .selectFrom('ownHost')
      .selectAll()
      .where('state', '=', 'served')
      .where((is) =>
        is.or([
          is.and([is('failedAt', 'is', null), is('checkedAt', '<', good)]),
          is.and([is('failedAt', 'is not', null), is('checkedAt', '<', failing)]),
        ]),
      )
      .orderBy('id')
      .execute(),
  )

/**
 * Notes in the region what a look at a host gave: served from now on, or what is wrong. One that is served already stays so,
 * and it is kept since when it fails. For the worker; one that was given up meanwhile stays as it is.
 */
export function noteCheck(ctx: TenantContext, id: string, problem: HostProblem | undefined): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db.selectFrom('ownHost').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row || row.state === 'removed') return
    const now = ctx.clock.now()
    const served = problem === undefined || row.servedAt !== null
    await ctx.db
      .updateTable('ownHost')
      .set({
        state: served ? 'served' : 'failed',
        problem: problem ?? null,
        checkedAt: now,
        servedAt: served ? (row.servedAt ?? now) : null,
        failedAt: problem === undefined || !served ? null : (row.failedAt ?? now),
      })
      .where('id', '=', id)
      .execute()
    const isNews = row.state !== 'served' || (row.failedAt === null) !== (problem === undefined)
    if (!isNews) return
    await record(ctx, {
      event: problem === undefined ? 'host.proved' : 'host.checkFailed',
      subjectKind: 'ownHost',
      subjectId: id,
      fields: ['state'],
      ...(problem ? { facts: { problem } } : {}),
    })
  })
}

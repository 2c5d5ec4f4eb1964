import type { Selectable } from 'kysely'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { AddHost } from './domains.schema.ts'
import { typedHost } from './host.server.ts'

/** More hosts than any region needs. */
const mostHosts = 10

export type OwnHostRow = Selectable<TenantTables['ownHost']>

/** What the worker carries out on the platform. */
export const hostEvents = {
  checkAsked: 'host.checkAsked',
  shownBy: 'host.shownBy',
  removed: 'host.removed',
} as const

/**
 * Brings a host along; it is served once it was proved to be the region's. The same form twice brings it once. Throws
 * ForbiddenError, InvalidInput for no host or one that nobody may bring, Refusal where it is there already.
 */
export function addHost(ctx: TenantContext, { submissionKey, host: typed }: AddHost): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'OwnHost')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const judged = typedHost(typed, ctx.baseDomain)
    if ('wrong' in judged) throw new InvalidInput({ host: judged.wrong })
    const { host } = judged
    if (ctx.tenant.hosts.includes(host)) throw new InvalidInput({ host: 'domains:error.served' })
    const rows = await ctx.db.selectFrom('ownHost').selectAll().where('state', '!=', 'removed').execute()
    if (rows.some((row) => row.submissionKey === submissionKey)) return
    if (rows.some((row) => row.host === host)) throw new InvalidInput({ host: 'domains:error.added' })
    if (rows.length >= mostHosts) throw new Refusal('domains:error.most', { most: mostHosts })
    const id = newId()
    const added = await ctx.db
      .insertInto('ownHost')
      .values({
        id,
        host,
        state: 'asked',
        problem: null,
        submissionKey,
        addedBy: ctx.principal.id,
        addedAt: ctx.clock.now(),
        checkedAt: null,
        servedAt: null,
        failedAt: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) return
    await record(ctx, { event: 'host.added', subjectKind: 'ownHost', subjectId: id, fields: ['host'] })
  })
}

/** Has the worker look whether a host leads here. Throws ForbiddenError, NotFound. */
export function askCheck(ctx: TenantContext, id: string): Promise<void> {
  return change(ctx, id, hostEvents.checkAsked, async (ctx, row) => {
    if (row.state === 'checking') return false
    if (row.state !== 'served')
      await ctx.db.updateTable('ownHost').set({ state: 'checking', problem: null }).where('id', '=', id).execute()
    return true
  })
}

/**
 * Has the region show itself by a host of its own. The former ones lead on to it. Throws ForbiddenError, NotFound, Refusal
 * for one that is not served, or does not lead here now.
 */
export function showByHost(ctx: TenantContext, id: string): Promise<void> {
  return change(ctx, id, hostEvents.shownBy, async (ctx, row) => {
    if (row.state !== 'served' || row.failedAt) throw new Refusal('domains:error.notServed')
    await ctx.db.updateTable('ownHost').set({ isPrimary: false }).where('isPrimary', '=', true).execute()
    await ctx.db.updateTable('ownHost').set({ isPrimary: true }).where('id', '=', id).execute()
    return true
  })
}

/** Has the region show itself by the host that the platform gave, again. Throws ForbiddenError, NotFound. */
export function showByGiven(ctx: TenantContext, id: string): Promise<void> {
  return change(ctx, id, hostEvents.shownBy, async (ctx) => {
    await ctx.db.updateTable('ownHost').set({ isPrimary: false }).where('id', '=', id).execute()
    return true
  })
}

/** Gives a host up: the region is served by it no more. Throws ForbiddenError, NotFound. */
export function removeHost(ctx: TenantContext, id: string): Promise<void> {
  return change(ctx, id, hostEvents.removed, async (ctx) => {
    await ctx.db.updateTable('ownHost').set({ state: 'removed', isPrimary: false }).where('id', '=', id).execute()
    return true
  })
}

/** One change of a host that the region has, locked; `work` says whether there was anything to do. */
function change(
  ctx: TenantContext,
  id: string,
  event: string,
  work: (ctx: TenantContext, row: OwnHostRow) => Promise<boolean>,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'OwnHost')
    const row = await ctx.db
      .selectFrom('ownHost')
      .selectAll()
      .where('id', '=', id)
      .where('state', '!=', 'removed')
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new NotFound('OwnHost')
    if (await work(ctx, row)) await record(ctx, { event, subjectKind: 'ownHost', subjectId: id, fields: ['state'] })
  })
}

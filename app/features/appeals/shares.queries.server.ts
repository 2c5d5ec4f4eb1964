import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { isLive } from './share.ts'

export type ShareRow = Selectable<TenantTables['assignment']>

/** All shares of an appeal there ever were, in the order they were given. Whoever calls has asked for the appeal. */
export function getShares({ db }: TenantContext, appealId: string): Promise<ShareRow[]> {
  return db.selectFrom('assignment').selectAll().where('appealId', '=', appealId).orderBy('id').execute()
}

/** The share of the asker's own agency, the last one it had where it has none now; undefined where it never had one. */
export function findOwnShare({ principal }: TenantContext, shares: readonly ShareRow[]): ShareRow | undefined {
  if (principal.kind !== 'staff' || !principal.agencyId) return undefined
  const own = shares.filter(({ agencyId }) => agencyId === principal.agencyId)
  // One that answered before may have it once more.
  return own.find(isLive) ?? own.findLast(({ withdrawnAt }) => withdrawnAt === null) ?? own.at(-1)
}

/** The same; throws NotFound where there is none. */
export function ownShareOf(ctx: TenantContext, shares: readonly ShareRow[]): ShareRow {
  const share = findOwnShare(ctx, shares)
  if (!share) throw new NotFound('Assignment')
  return share
}

/** One of these shares by its id. Throws NotFound. */
export function shareOf(shares: readonly ShareRow[], id: string): ShareRow {
  const share = shares.find((one) => one.id === id)
  if (!share) throw new NotFound('Assignment')
  return share
}

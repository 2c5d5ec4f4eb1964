import { assignAppeal, getAppeal } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { AssignSelected } from './worklists.schema.ts'

/**
 * Assigns several appeals of a list to one agency, each in a transaction of its own; what a colleague has taken up
 * meanwhile is left to them. Returns how many were assigned. Throws NotFound, ForbiddenError.
 */
export async function assignSelected(ctx: TenantContext, { appeal: ids, agencyId }: AssignSelected): Promise<number> {
  let assigned = 0
  for (const id of ids) {
    const done = await inTransaction(ctx, async (ctx) => {
      const { version, status } = await getAppeal(ctx, id, { lock: true })
      if (status !== 'registered') return false
      await assignAppeal(ctx, id, { version, agencyId })
      return true
    })
    if (done) assigned += 1
  }
  return assigned
}

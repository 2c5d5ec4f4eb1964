import { openToResidents } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { isReady } from './launch.queries.server.ts'

/**
 * Opens the region to residents, once: from now on they may bring appeals. Throws ForbiddenError, Refusal while something
 * is missing without which nobody could answer them.
 */
export function goLive(ctx: TenantContext): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Region')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    if (!(await isReady(ctx))) throw new Refusal('launches:error.notReady')
    if (await openToResidents(ctx))
      await record(ctx, {
        event: 'region.wentLive',
        subjectKind: 'region',
        subjectId: ctx.tenant.slug,
        fields: ['liveAt'],
      })
  })
}

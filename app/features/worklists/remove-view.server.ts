import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockView } from './saved-views.queries.server.ts'
import type { RemoveView } from './worklists.schema.ts'

/** Removes a saved view; the appeals in it stay where they are. Throws NotFound, ForbiddenError, Refusal where it was changed. */
export function removeView(ctx: TenantContext, { saved, version }: RemoveView): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const view = await lockView(ctx, saved)
    authorize(ctx.ability, 'configure', 'SavedView', view)
    if (view.version !== version) throw new Refusal('worklists:error.viewChanged')
    await ctx.db.deleteFrom('savedView').where('id', '=', view.id).execute()
    await record(ctx, { event: 'savedView.removed', subjectKind: 'savedView', subjectId: view.id })
  })
}

import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, Refusal, SignInNeeded } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lockView } from './saved-views.queries.server.ts'
import { viewAddress } from './worklist.ts'
import type { ChangeView } from './worklists.schema.ts'

/**
 * Gives a saved view another name, and the list as it is now. Throws NotFound, ForbiddenError, InvalidInput for a name that
 * is taken, Refusal where another was faster.
 */
export function changeView(ctx: TenantContext, input: ChangeView): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { principal, db } = ctx
    if (principal.kind !== 'staff') throw new SignInNeeded()
    const view = await lockView(ctx, input.saved)
    authorize(ctx.ability, 'configure', 'SavedView', view)
    if (view.version !== input.version) throw new Refusal('worklists:error.viewChanged')
    const { name } = input
    const other = await db
      .selectFrom('savedView')
      .select('id')
      .where('shared', '=', view.shared)
      .$if(!view.shared, (q) => q.where('ownerId', '=', view.ownerId))
      .where('name', '=', name)
      .where('id', '<>', view.id)
      .executeTakeFirst()
    if (other) throw new InvalidInput({ name: 'worklists:error.nameTaken' })
    const address = viewAddress(input.list, principal.permissions)
    await db
      .updateTable('savedView')
      .set({ name, address, version: view.version + 1, updatedAt: ctx.clock.now() })
      .where('id', '=', view.id)
      .execute()
    await record(ctx, {
      event: 'savedView.changed',
      subjectKind: 'savedView',
      subjectId: view.id,
      fields: ['name', 'address'],
    })
  })
}

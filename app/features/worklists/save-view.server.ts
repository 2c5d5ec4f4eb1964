import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, SignInNeeded } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { viewAddress } from './worklist.ts'
import type { SaveView } from './worklists.schema.ts'

/** More views than these nobody finds again. */
const mostViews = 50

/**
 * Keeps a list under a name, for the asker or for the whole region. The same list under the same name is kept already.
 * Returns its id. Throws ForbiddenError, InvalidInput for a name that is taken or one view too many.
 */
export function saveView(ctx: TenantContext, input: SaveView): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const { principal, db } = ctx
    if (principal.kind !== 'staff') throw new SignInNeeded()
    const { name, shared } = input
    const address = viewAddress(input.list, principal.permissions)
    authorize(ctx.ability, 'configure', 'SavedView', { ownerId: principal.id, shared })
    const known = await db
      .selectFrom('savedView')
      .select(['id', 'name', 'address'])
      .where('shared', '=', shared)
      .$if(!shared, (q) => q.where('ownerId', '=', principal.id))
      .execute()
    const same = known.find((view) => view.name === name)
    if (same?.address === address) return same.id
    if (same) throw new InvalidInput({ name: 'worklists:error.nameTaken' })
    if (known.length >= mostViews) throw new InvalidInput({ name: 'worklists:error.tooManyViews' })
    const id = newId()
    const now = ctx.clock.now()
    const made = await db
      .insertInto('savedView')
      .values({ id, ownerId: principal.id, shared, name, address, version: 1, createdAt: now, updatedAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // Somebody was faster by a moment.
    if (made.numInsertedOrUpdatedRows === 0n) throw new InvalidInput({ name: 'worklists:error.nameTaken' })
    await record(ctx, {
      event: 'savedView.added',
      subjectKind: 'savedView',
      subjectId: id,
      fields: ['name', 'address', 'shared'],
    })
    return id
  })
}

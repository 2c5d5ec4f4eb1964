import { inKazakhOrder } from '#db/sql/collation.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { rememberedCount } from '#app/core/memory.server.ts'
import type { Asker } from './pick-appeals.server.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly shared: boolean
  readonly address: string
  readonly version: number
  /** The asker may change and remove it. */
  readonly changeable: boolean
}

/** The views that the asker may use, the region's own first. */
export const listViews = (ctx: TenantContext, { principal }: Asker): Promise<readonly SavedView[]> =>
  // Whoever saves one makes the journal grow.
  rememberedCount(ctx, `views of ${principal.id}`, async () => {
    const rows = await ctx.db
      .selectFrom('savedView')
      .select(['id', 'ownerId', 'name', 'shared', 'address', 'version'])
      .where(accessible(ctx.ability, 'read', 'SavedView'))
      .orderBy('shared', 'desc')
      .orderBy(inKazakhOrder('name'))
      .limit(200)
      .execute()
    return rows.map(({ ownerId, ...view }) => ({
      ...view,
      changeable: may(ctx.ability, 'configure', 'SavedView', { ...view, ownerId }),
    }))
  })

/** A view that somebody is about to change, locked. Throws NotFound for a stranger's. */
export async function lockView({ db, ability }: TenantContext, id: string) {
  const view = await db
    .selectFrom('savedView')
    .selectAll()
    .where('id', '=', id)
    .where(accessible(ability, 'read', 'SavedView'))
    .forUpdate()
    .executeTakeFirst()
  if (!view) throw new NotFound('SavedView')
  return view
}

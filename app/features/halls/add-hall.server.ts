import { lastPosition } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { freeSlug, slugOf } from '#app/core/slug.ts'
import { hallRows } from './hall-rows.server.ts'
import type { AddHall } from './halls.schema.ts'

/** Opens a hall at the end of the order, without desks; its id and the change's. */
export async function addHall(ctx: TenantContext, input: AddHall): Promise<string | undefined> {
  return makeChange(ctx, { event: 'hall.added', may: 'Hall', input }, async (ctx, change) => {
    const { submissionKey: _form, ...hall } = input
    const all = await ctx.db.selectFrom('hall').select(['slug', 'position']).execute()
    const id = newId()
    const slugs = all.map(({ slug }) => slug)
    await change.insert(hallRows, {
      id,
      slug: freeSlug(slugOf(input.nameEn), slugs),
      ...hall,
      position: lastPosition(all),
      retiredAt: null,
      version: 1,
    })
    return { kind: 'hall', id }
  })
}

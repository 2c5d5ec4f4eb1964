import { findAgency } from '#app/features/agencies/public.server.ts'
import { lastPosition } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { freeSlug, slugOf } from '#app/core/slug.ts'
import type { AddCategory } from './categories.schema.ts'
import { categoryRows } from './category-rows.server.ts'

/** Adds what people may bring at the end of the order. Throws NotFound for an agency that is none, or retired. */
export function addCategory(ctx: TenantContext, input: AddCategory): Promise<string | undefined> {
  return makeChange(ctx, { event: 'category.added', may: 'Category', input }, async (ctx, change) => {
    const { submissionKey: _form, ...category } = input
    if (!(await findAgency(ctx, input.agencyId))) throw new NotFound('Agency')
    const all = await ctx.db.selectFrom('category').select(['slug', 'position']).execute()
    const id = newId()
    const slugs = all.map(({ slug }) => slug)
    await change.insert(categoryRows, {
      id,
      slug: freeSlug(slugOf(input.nameEn), slugs),
      ...category,
      position: lastPosition(all),
      retiredAt: null,
      version: 1,
    })
    return { kind: 'category', id, refs: { agencyId: input.agencyId } }
  })
}

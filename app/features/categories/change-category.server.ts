import { findAgency } from '#app/features/agencies/public.server.ts'
import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ChangeCategory } from './categories.schema.ts'
import { categoryRows } from './category-rows.server.ts'

/** Changes who answers, the kind in law or the names. Throws NotFound, Refusal for a form made from an older row. */
export function changeCategory(ctx: TenantContext, id: string, input: ChangeCategory): Promise<string | undefined> {
  return makeChange(ctx, { event: 'category.changed', may: 'Category', input }, async (ctx, change) => {
    const category = await lockRow(ctx, categoryRows, id)
    mustBeSameVersion(category, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    const isNew = patch.agencyId !== category.agencyId
    if (isNew && !(await findAgency(ctx, patch.agencyId))) throw new NotFound('Agency')
    await change.update(categoryRows, category, patch)
    return { kind: 'category', id, refs: { agencyId: patch.agencyId } }
  })
}

import { findAgency } from '#app/features/agencies/public.server.ts'
import { findCategoryById } from '#app/features/categories/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'

interface Named {
  readonly agencyId: string
  readonly categoryId: string | null
  readonly ofCategoryId: string | null
}

/** Throws NotFound for an agency or a category that a rule newly names and that is none, or retired. */
export async function mustBeInUse(ctx: TenantContext, rule: Named, former?: Named): Promise<void> {
  if (rule.agencyId !== former?.agencyId && !(await findAgency(ctx, rule.agencyId))) throw new NotFound('Agency')
  for (const field of ['categoryId', 'ofCategoryId'] as const) {
    const id = rule[field]
    if (id !== null && id !== former?.[field] && !(await findCategoryById(ctx, id))) throw new NotFound('Category')
  }
}

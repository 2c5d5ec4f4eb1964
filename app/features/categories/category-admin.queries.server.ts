import { agencyNames } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'

export interface AdminCategory {
  readonly id: string
  /** In the asker's language, as is the agency's. */
  readonly name: string
  readonly agency: string
  readonly legalKind: LegalKind
  readonly retired: boolean
}

/** What people bring, in the region's order; a search looks at names and agencies. Throws ForbiddenError. */
export async function listAdminCategories(ctx: TenantContext, wish: ListWish): Promise<AdminCategory[]> {
  authorize(ctx.ability, 'configure', 'Category')
  const finds = searchFor(wish.search)
  const rows = await ctx.db.selectFrom('category').selectAll().orderBy('position').orderBy('id').execute()
  const agencies = await agencyNames(ctx, [...new Set(rows.map((row) => row.agencyId))])
  return rows
    .filter(
      (row) =>
        (row.retiredAt !== null) === (wish.show === 'retired') &&
        finds(row.nameKk, row.nameRu, row.nameEn, agencies[row.agencyId] ?? ''),
    )
    .map((row) => ({
      id: row.id,
      name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
      agency: agencies[row.agencyId] ?? '',
      legalKind: row.legalKind,
      retired: row.retiredAt !== null,
    }))
}

/** One category. Throws ForbiddenError, NotFound. */
export async function getAdminCategory(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'Category')
  const row = await ctx.db.selectFrom('category').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('Category')
  const { retiredAt, ...category } = row
  return {
    ...category,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    retired: retiredAt !== null,
  }
}

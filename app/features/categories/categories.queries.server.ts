import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { LegalKind } from '#db/schema/tenant.ts'

export interface CategoryListItem {
  readonly id: string
  readonly slug: string
  /** Who usually answers. */
  readonly agencyId: string
  /** What such an appeal usually is in law. */
  readonly legalKind: LegalKind
  /** In the language of the asker. */
  readonly name: string
}

/** What people bring, in the region's own order; retired categories are left out. */
export async function listCategories(ctx: TenantContext): Promise<CategoryListItem[]> {
  const rows = await ctx.db
    .selectFrom('category')
    .select(['id', 'slug', 'agencyId', 'legalKind', 'nameKk', 'nameRu', 'nameEn'])
    .where('retiredAt', 'is', null)
    .where(accessible(ctx.ability, 'read', 'Category'))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ nameKk, nameRu, nameEn, ...category }) => ({
    ...category,
    name: { kk: nameKk, ru: nameRu, en: nameEn }[ctx.locale],
  }))
}

/** A category that an appeal can be given; undefined for a retired or an unknown one. */
export async function findCategory(
  { db }: TenantContext,
  id: string,
): Promise<{ id: string; slug: string } | undefined> {
  return db
    .selectFrom('category')
    .select(['id', 'slug'])
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
}

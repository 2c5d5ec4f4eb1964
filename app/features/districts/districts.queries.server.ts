import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'

export interface AdminDistrict {
  readonly id: string
  /** In the asker's language. */
  readonly name: string
  readonly words: string
  readonly retired: boolean
}

/** Parts of the region in its order; a search looks at names and words. Throws ForbiddenError. */
export async function listAdminDistricts(ctx: TenantContext, wish: ListWish): Promise<AdminDistrict[]> {
  authorize(ctx.ability, 'configure', 'District')
  const finds = searchFor(wish.search)
  const rows = await ctx.db.selectFrom('district').selectAll().orderBy('position').orderBy('id').execute()
  return rows
    .filter(
      (row) =>
        (row.retiredAt !== null) === (wish.show === 'retired') && finds(row.nameKk, row.nameRu, row.nameEn, row.words),
    )
    .map((row) => ({
      id: row.id,
      name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
      words: row.words,
      retired: row.retiredAt !== null,
    }))
}

/** One part of the region. Throws ForbiddenError, NotFound. */
export async function getAdminDistrict(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'District')
  const row = await ctx.db.selectFrom('district').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('District')
  const { retiredAt, ...district } = row
  return {
    ...district,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    retired: retiredAt !== null,
  }
}

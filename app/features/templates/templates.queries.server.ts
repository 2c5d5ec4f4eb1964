import { listCategories } from '#app/features/categories/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'

export interface AdminTemplate {
  readonly id: string
  readonly name: string
  readonly language: LocaleCode
  /** In the asker's language; empty where it is for every category. */
  readonly category: string
  readonly retired: boolean
}

const nameIn = (
  { locale }: TenantContext,
  row: { nameKk: string | null; nameRu: string | null; nameEn: string | null },
) => ({ kk: row.nameKk, ru: row.nameRu, en: row.nameEn })[locale] ?? ''

/** All templates in the region's order; a search looks at names, words and categories. Throws ForbiddenError. */
export async function listAdminTemplates(ctx: TenantContext, wish: ListWish): Promise<AdminTemplate[]> {
  authorize(ctx.ability, 'configure', 'AnswerTemplate')
  const finds = searchFor(wish.search)
  const rows = await ctx.db
    .selectFrom('answerTemplate')
    .leftJoin('category', 'category.id', 'answerTemplate.categoryId')
    .select(['answerTemplate.id', 'answerTemplate.name', 'answerTemplate.language', 'answerTemplate.text'])
    .select(['answerTemplate.retiredAt', 'category.nameKk', 'category.nameRu', 'category.nameEn'])
    .orderBy('answerTemplate.position')
    .orderBy('answerTemplate.id')
    .execute()
  return rows
    .filter(
      (row) => (row.retiredAt !== null) === (wish.show === 'retired') && finds(row.name, row.text, nameIn(ctx, row)),
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      language: row.language,
      category: nameIn(ctx, row),
      retired: row.retiredAt !== null,
    }))
}

/** One template. Throws ForbiddenError, NotFound. */
export async function getAdminTemplate(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'AnswerTemplate')
  const row = await ctx.db.selectFrom('answerTemplate').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('AnswerTemplate')
  const { retiredAt, ...template } = row
  return { ...template, retired: retiredAt !== null }
}

/** The categories that a template can be for. Throws ForbiddenError. */
export async function listTemplateCategories(ctx: TenantContext): Promise<{ id: string; name: string }[]> {
  authorize(ctx.ability, 'configure', 'AnswerTemplate')
  return (await listCategories(ctx)).map(({ id, name }) => ({ id, name }))
}

/** Templates for an appeal's language: those of its category first, then those for all. None for who writes no answers. */
export async function listTemplates(
  { db, ability }: TenantContext,
  appeal: { readonly language: LocaleCode; readonly categoryId: string },
): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('answerTemplate')
    .select(['id', 'name', 'categoryId'])
    .where('language', '=', appeal.language)
    .where('retiredAt', 'is', null)
    .where((where) => where.or([where('categoryId', 'is', null), where('categoryId', '=', appeal.categoryId)]))
    .where(accessible(ability, 'read', 'AnswerTemplate'))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const own = rows.filter(({ categoryId }) => categoryId !== null)
  return [...own, ...rows.filter(({ categoryId }) => categoryId === null)].map(({ id, name }) => ({ id, name }))
}

import { agencyNames } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { remembered } from '#app/core/memory.server.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'
import { rankCategories } from './category-search.ts'

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

/** A category as people choose it. */
export interface CategoryChoice {
  readonly slug: string
  readonly name: string
  /** Who usually answers, as it is called today. */
  readonly agency: string
}

/** Those in use, in the region's own order. */
async function current(ctx: TenantContext) {
  authorize(ctx.ability, 'read', 'Category')
  return remembered(ctx, 'categories', (db) =>
    db
      .selectFrom('category')
      .select(['id', 'slug', 'agencyId', 'legalKind', 'nameKk', 'nameRu', 'nameEn', 'words'])
      .where('retiredAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  )
}

type Row = Awaited<ReturnType<typeof current>>[number]

const nameOf = ({ nameKk, nameRu, nameEn }: Row, { locale }: TenantContext) =>
  ({ kk: nameKk, ru: nameRu, en: nameEn })[locale]

/** What people bring, in the region's own order; retired categories are left out. */
export async function listCategories(ctx: TenantContext): Promise<CategoryListItem[]> {
  const rows = await current(ctx)
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    agencyId: row.agencyId,
    legalKind: row.legalKind,
    name: nameOf(row, ctx),
  }))
}

/** Every category with who answers, in the region's own order. */
export async function listCategoryChoices(ctx: TenantContext): Promise<CategoryChoice[]> {
  return asChoices(ctx, await current(ctx))
}

/**
 * Categories that everyday words mean, in whichever of the languages they were typed, Kazakh without its letters too; the
 * nearest first, at most `most`.
 */
export async function searchCategories(ctx: TenantContext, typed: string, most = 8): Promise<CategoryChoice[]> {
  const rows = await current(ctx)
  const found = rankCategories(rows, (row) => [row.nameKk, row.nameRu, row.nameEn, row.words], typed)
  return asChoices(ctx, found.slice(0, most))
}

/** A category by its slug; undefined for a retired or an unknown one. */
export async function findCategory(ctx: TenantContext, slug: string) {
  const row = (await current(ctx)).find((category) => category.slug === slug)
  if (!row) return undefined
  return { id: row.id, slug: row.slug, legalKind: row.legalKind, name: nameOf(row, ctx) }
}

async function asChoices(ctx: TenantContext, rows: readonly Row[]): Promise<CategoryChoice[]> {
  const agencies = await agencyNames(ctx, [...new Set(rows.map((row) => row.agencyId))])
  return rows.map((row) => ({ slug: row.slug, name: nameOf(row, ctx), agency: agencies[row.agencyId] ?? '' }))
}

/** A category that an appeal can be given; undefined for a retired or an unknown one. */
export async function findCategoryById(
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

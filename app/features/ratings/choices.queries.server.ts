import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'
import { remembered } from '#app/core/memory.server.ts'
import type { RatingMeaning } from '#db/schema/vocabulary.ts'

export interface Choice {
  readonly id: string
  /** In the asker's language. */
  readonly name: string
  readonly meaning: RatingMeaning
  readonly retired: boolean
}

const readChoices = (ctx: TenantContext) =>
  remembered(ctx, 'ratingChoices', (db) =>
    db.selectFrom('ratingChoice').selectAll().orderBy('position').orderBy('id').execute(),
  )

const nameIn = ({ locale }: TenantContext, row: { nameKk: string; nameRu: string; nameEn: string }) =>
  ({ kk: row.nameKk, ru: row.nameRu, en: row.nameEn })[locale]

/** What may be said of an answer here, in the region's order; retired words too, for what was said by them. */
export async function listChoices(ctx: TenantContext): Promise<Choice[]> {
  const rows = await readChoices(ctx)
  return rows.map((row) => ({
    id: row.id,
    name: nameIn(ctx, row),
    meaning: row.meaning,
    retired: row.retiredAt !== null,
  }))
}

/** The same for the administrator; a search looks at the words in all languages. Throws ForbiddenError. */
export async function listAdminChoices(ctx: TenantContext, wish: ListWish): Promise<Choice[]> {
  authorize(ctx.ability, 'configure', 'RatingChoice')
  const finds = searchFor(wish.search)
  const found = (await readChoices(ctx))
    .filter(
      (row) => (row.retiredAt !== null) === (wish.show === 'retired') && finds(row.nameKk, row.nameRu, row.nameEn),
    )
    .map(({ id }) => id)
  return (await listChoices(ctx)).filter(({ id }) => found.includes(id))
}

/** One choice. Throws ForbiddenError, NotFound. */
export async function getAdminChoice(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'RatingChoice')
  const row = (await readChoices(ctx)).find((one) => one.id === id)
  if (!row) throw new NotFound('RatingChoice')
  const { retiredAt, ...choice } = row
  return { ...choice, name: nameIn(ctx, row), retired: retiredAt !== null }
}

import { uuidv7 } from 'uuidv7'
import type { TenantDb } from '#db/connect.ts'
import type { Pack } from './packs/schema.ts'

/** Which rules say where appeals go. `idOf` gives an agency's id by its slug. */
export async function unpackRouting(db: TenantDb, pack: Pack, idOf: (agency: string) => string): Promise<void> {
  if (pack.routingRules.length === 0) return
  const categories = await db.selectFrom('category').select(['id', 'slug']).execute()
  const categoryOf = new Map(categories.map(({ id, slug }) => [slug, id]))
  await db
    .insertInto('routingRule')
    .values(
      pack.routingRules.map(
        ({ agency, category = '', ofCategory = '', language = null, hours, ...rule }, position) => ({
          id: uuidv7(),
          ...rule,
          ofCategoryId: categoryOf.get(ofCategory) ?? null,
          language,
          hoursFrom: hours?.[0] ?? null,
          hoursTo: hours?.[1] ?? null,
          agencyId: idOf(agency),
          categoryId: categoryOf.get(category) ?? null,
          position,
          retiredAt: null,
        }),
      ),
    )
    .execute()
}

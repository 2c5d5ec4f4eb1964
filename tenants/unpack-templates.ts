import { uuidv7 } from 'uuidv7'
import type { TenantDb } from '#db/connect.ts'
import type { Pack } from './packs/schema.ts'

/** What answers may begin with. */
export async function unpackTemplates(db: TenantDb, pack: Pack): Promise<void> {
  if (pack.answerTemplates.length === 0) return
  const categories = await db.selectFrom('category').select(['id', 'slug']).execute()
  const idOf = new Map(categories.map(({ id, slug }) => [slug, id]))
  await db
    .insertInto('answerTemplate')
    .values(
      pack.answerTemplates.map(({ category, ...template }, position) => ({
        id: uuidv7(),
        ...template,
        categoryId: (category && idOf.get(category)) ?? null,
        position,
        retiredAt: null,
      })),
    )
    .execute()
}

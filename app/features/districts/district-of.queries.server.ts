import type { TenantContext } from '#app/core/context.ts'
import { folded } from '#app/core/i18n/fold.ts'
import { remembered } from '#app/core/memory.server.ts'

/** Parts of the region that are in use, in its order, each with its name in the asker's language. */
export async function listDistricts(ctx: TenantContext): Promise<{ id: string; name: string }[]> {
  const rows = await inUse(ctx)
  return rows.map(({ id, nameKk, nameRu, nameEn }) => ({
    id,
    name: { kk: nameKk, ru: nameRu, en: nameEn }[ctx.locale],
  }))
}

/**
 * The id of the first part of the region of which a name, or the beginning of a word, stands in an address; null where none
 * does. People write it with or without Kazakh letters.
 */
export async function districtOf(ctx: TenantContext, address: string): Promise<string | null> {
  const text = ` ${folded(address)} `
  const rows = await inUse(ctx)
  const found = rows.find(({ words, nameKk, nameRu, nameEn }) => {
    const begins = words.split(',').map(folded).filter(Boolean)
    return (
      begins.some((begin) => text.includes(` ${begin}`)) ||
      [nameKk, nameRu, nameEn].some((name) => text.includes(` ${folded(name)} `))
    )
  })
  return found?.id ?? null
}

const inUse = (ctx: TenantContext) =>
  remembered(ctx, 'districts', (db) =>
    db
      .selectFrom('district')
      .select(['id', 'nameKk', 'nameRu', 'nameEn', 'words'])
      .where('retiredAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  )

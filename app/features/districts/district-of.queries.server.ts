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
 * The id of the part of the region in which an address lies; null where it does not tell. A whole name tells most: streets are
 * called like districts too. Else the beginnings of words do, where they are of one part alone. People write with or without
 * Kazakh letters.
 */
export async function districtOf(ctx: TenantContext, address: string): Promise<string | null> {
  const text = ` ${folded(address)} `
  const rows = await inUse(ctx)
  const named = rows.find(({ nameKk, nameRu, nameEn }) =>
    [nameKk, nameRu, nameEn].some((name) => text.includes(` ${folded(name)} `)),
  )
  if (named) return named.id
  const told = rows.filter(({ words }) =>
    words
      .split(',')
      .map(folded)
      .some((begin) => begin !== '' && text.includes(` ${begin}`)),
  )
  return told.length === 1 ? (told[0]?.id ?? null) : null
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

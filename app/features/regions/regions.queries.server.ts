import type { TenantDb } from '#db/connect.ts'
import type { TenantContext } from '#app/core/context.ts'
import { remembered } from '#app/core/memory.server.ts'
import { paths } from '#app/core/paths.ts'
import type { Wording } from '#app/core/i18n/texts.ts'
import type { Region } from './region.ts'

/** The region's profile in the asker's language. */
export async function getRegion(ctx: TenantContext): Promise<Region> {
  const { profile, hotlines } = await remembered(ctx, 'region', async (db) => ({
    profile: await db.selectFrom('regionProfile').selectAll().executeTakeFirstOrThrow(),
    hotlines: await db
      .selectFrom('hotline')
      .select(['number', 'kind'])
      .where('retiredAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  }))
  const { locale } = ctx
  return {
    name: { kk: profile.nameKk, ru: profile.nameRu, en: profile.nameEn }[locale],
    centre: { kk: profile.centreKk, ru: profile.centreRu, en: profile.centreEn }[locale],
    hotlines,
    emblem: profile.emblemId ? paths.emblem(profile.emblemId) : undefined,
    timeZone: profile.timeZone,
    liveAt: profile.liveAt,
  }
}

/** The region's colour, `#rrggbb`. */
export async function getBrandColour({ db }: TenantContext): Promise<string> {
  const profile = await db.selectFrom('regionProfile').select('brandColour').executeTakeFirstOrThrow()
  return profile.brandColour
}

/** The region's own words, in all languages. */
export function readWording(db: TenantDb): Promise<Wording[]> {
  return db.selectFrom('wording').select(['locale', 'namespace', 'key', 'text']).execute()
}

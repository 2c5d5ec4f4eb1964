import type { TenantContext } from '#app/core/context.ts'
import type { Site } from '#app/core/http/scope.ts'

/** The region's centre in all languages, and its telephones in their order. */
export async function readSite({ db }: TenantContext): Promise<Site> {
  const profile = await db
    .selectFrom('regionProfile')
    .select(['centreKk', 'centreRu', 'centreEn'])
    .executeTakeFirstOrThrow()
  const phones = await db
    .selectFrom('hotline')
    .select(['kind', 'number'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return { name: { kk: profile.centreKk, ru: profile.centreRu, en: profile.centreEn }, phones }
}

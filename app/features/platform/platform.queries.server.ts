import type { ControlDb } from '#db/connect.ts'
import type { PlatformContext } from '#app/core/context.ts'
import type { PlatformPrincipal } from '#app/core/access/principal.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { authorize } from '#app/core/access/authorize.ts'

/** The platform's person behind a signed-in user. */
export async function findPlatformPrincipal(db: ControlDb, userId: string): Promise<PlatformPrincipal | undefined> {
  const person = await db
    .selectFrom('platformPerson')
    .select(['id', 'fullName', 'roles'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  return person && { kind: 'platform', id: person.id, name: person.fullName, roles: person.roles }
}

/** The directory of regions in the order of their slugs; throws ForbiddenError for who may not see it. */
export async function listRegions(ctx: PlatformContext) {
  authorize(ctx.ability, 'read', 'Region')
  const regions = await ctx.db
    .selectFrom('tenant')
    .select(['slug', 'status', 'nameKk', 'nameRu', 'nameEn', 'pack', 'createdAt'])
    .orderBy('slug')
    .execute()
  const hosts = await ctx.db.selectFrom('tenantHost').select(['slug', 'host']).orderBy('host').execute()
  return regions.map(({ slug, status, pack, createdAt, ...names }) => ({
    slug,
    status,
    pack,
    addedOn: formatDay(wallClockParts(createdAt, 'Asia/Almaty').day),
    name: { kk: names.nameKk, ru: names.nameRu, en: names.nameEn }[ctx.locale],
    hosts: hosts.filter((host) => host.slug === slug).map((host) => host.host),
  }))
}

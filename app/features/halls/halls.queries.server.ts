import { agencyNames } from '#app/features/agencies/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { Opening } from '#db/schema/vocabulary.ts'

export interface HallListItem {
  readonly id: string
  readonly slug: string
  /** In the language of the asker, as is the address. */
  readonly name: string
  readonly address: string
  readonly opening: Opening
  /** Names of the agencies that sit there, as they are called today. */
  readonly agencies: readonly string[]
}

/** The halls of the region in its own order, with who sits there; retired halls and desks are left out. */
export async function listHalls(ctx: TenantContext): Promise<HallListItem[]> {
  const halls = await ctx.db
    .selectFrom('hall')
    .selectAll()
    .where('retiredAt', 'is', null)
    .where(accessible(ctx.ability, 'read', 'Hall'))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const desks = await ctx.db
    .selectFrom('desk')
    .select(['hallId', 'agencyId'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const names = await agencyNames(ctx, [...new Set(desks.map((desk) => desk.agencyId))])
  return halls.map((hall) => ({
    id: hall.id,
    slug: hall.slug,
    name: { kk: hall.nameKk, ru: hall.nameRu, en: hall.nameEn }[ctx.locale],
    address: { kk: hall.addressKk, ru: hall.addressRu, en: hall.addressEn }[ctx.locale],
    opening: hall.opening,
    agencies: [...new Set(desks.filter((desk) => desk.hallId === hall.id).map((desk) => names[desk.agencyId] ?? ''))],
  }))
}

import { agencyNames } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'

export interface AdminHall {
  readonly id: string
  /** In the asker's language, as is the address. */
  readonly name: string
  readonly address: string
  readonly desks: number
  readonly retired: boolean
}

/** The region's halls in its order. Throws ForbiddenError. */
export async function listAdminHalls(ctx: TenantContext, wish: ListWish): Promise<AdminHall[]> {
  authorize(ctx.ability, 'configure', 'Hall')
  const finds = searchFor(wish.search)
  const halls = await ctx.db.selectFrom('hall').selectAll().orderBy('position').orderBy('id').execute()
  const desks = await ctx.db.selectFrom('desk').select('hallId').where('retiredAt', 'is', null).execute()
  return halls
    .filter(
      (hall) =>
        (hall.retiredAt !== null) === (wish.show === 'retired') &&
        finds(hall.nameKk, hall.nameRu, hall.nameEn, hall.addressKk, hall.addressRu, hall.addressEn),
    )
    .map((hall) => ({
      id: hall.id,
      name: { kk: hall.nameKk, ru: hall.nameRu, en: hall.nameEn }[ctx.locale],
      address: { kk: hall.addressKk, ru: hall.addressRu, en: hall.addressEn }[ctx.locale],
      desks: desks.filter((desk) => desk.hallId === hall.id).length,
      retired: hall.retiredAt !== null,
    }))
}

/** One hall with all its desks, retired ones last. Throws ForbiddenError, NotFound. */
export async function getAdminHall(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'Hall')
  const hall = await ctx.db.selectFrom('hall').selectAll().where('id', '=', id).executeTakeFirst()
  if (!hall) throw new NotFound('Hall')
  const { retiredAt, ...shown } = hall
  return {
    ...shown,
    name: { kk: hall.nameKk, ru: hall.nameRu, en: hall.nameEn }[ctx.locale],
    retired: retiredAt !== null,
    desks: await desksOf(ctx, id),
  }
}

/** One desk of a hall. Throws ForbiddenError, NotFound. */
export async function getAdminDesk(ctx: TenantContext, hallId: string, id: string) {
  const hall = await getAdminHall(ctx, hallId)
  const desk = hall.desks.find((one) => one.id === id)
  if (!desk) throw new NotFound('Hall')
  return { hall: hall.name, ...desk }
}

async function desksOf(ctx: TenantContext, hallId: string) {
  const desks = await ctx.db
    .selectFrom('desk')
    .selectAll()
    .where('hallId', '=', hallId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const names = await agencyNames(ctx, [...new Set(desks.map((desk) => desk.agencyId))])
  const shown = desks.map(({ id, label, agencyId, version, retiredAt }) => ({
    id,
    label,
    agencyId,
    version,
    retired: retiredAt !== null,
    agency: names[agencyId] ?? '',
  }))
  return [...shown.filter(({ retired }) => !retired), ...shown.filter(({ retired }) => retired)]
}

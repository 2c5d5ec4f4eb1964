import { agencyNames } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'

export interface AdminService {
  readonly id: string
  /** In the asker's language, as are hall and agency. */
  readonly name: string
  readonly hall: string
  readonly agency: string
  readonly letter: string
  readonly retired: boolean
}

const servicesWithHalls = ({ db }: TenantContext) =>
  db
    .selectFrom('hallService')
    .innerJoin('hall', 'hall.id', 'hallService.hallId')
    .selectAll('hallService')
    .select([
      'hall.nameKk as hallKk',
      'hall.nameRu as hallRu',
      'hall.nameEn as hallEn',
      'hall.position as hallPosition',
    ])

/** The services of all halls, hall by hall in their order. Throws ForbiddenError. */
export async function listAdminServices(ctx: TenantContext, wish: ListWish): Promise<AdminService[]> {
  authorize(ctx.ability, 'configure', 'HallService')
  const finds = searchFor(wish.search)
  const rows = await servicesWithHalls(ctx)
    .orderBy('hall.position')
    .orderBy('hallService.position')
    .orderBy('hallService.id')
    .execute()
  const names = await agencyNames(ctx, [...new Set(rows.map((row) => row.agencyId))])
  return rows
    .filter(
      (row) =>
        (row.retiredAt !== null) === (wish.show === 'retired') &&
        finds(row.nameKk, row.nameRu, row.nameEn, row.hallKk, row.hallRu, row.hallEn, names[row.agencyId] ?? ''),
    )
    .map((row) => ({
      id: row.id,
      name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
      hall: { kk: row.hallKk, ru: row.hallRu, en: row.hallEn }[ctx.locale],
      agency: names[row.agencyId] ?? '',
      letter: row.letter,
      retired: row.retiredAt !== null,
    }))
}

/** One service. Throws ForbiddenError, NotFound. */
export async function getAdminService(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'HallService')
  const row = await servicesWithHalls(ctx).where('hallService.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('HallService')
  const { retiredAt, hallKk, hallRu, hallEn, hallPosition: _order, ...service } = row
  return {
    ...service,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    hall: { kk: hallKk, ru: hallRu, en: hallEn }[ctx.locale],
    retired: retiredAt !== null,
  }
}

export interface AdminPriorityGroup {
  readonly id: string
  /** In the asker's language. */
  readonly name: string
  readonly creditMinutes: number
  readonly retired: boolean
}

/** Who comes earlier, in the region's order. Throws ForbiddenError. */
export async function listAdminPriorityGroups(ctx: TenantContext, wish: ListWish): Promise<AdminPriorityGroup[]> {
  authorize(ctx.ability, 'configure', 'HallService')
  const finds = searchFor(wish.search)
  const rows = await ctx.db.selectFrom('priorityGroup').selectAll().orderBy('position').orderBy('id').execute()
  return rows
    .filter(
      (row) => (row.retiredAt !== null) === (wish.show === 'retired') && finds(row.nameKk, row.nameRu, row.nameEn),
    )
    .map((row) => ({
      id: row.id,
      name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
      creditMinutes: row.creditMinutes,
      retired: row.retiredAt !== null,
    }))
}

/** One priority group. Throws ForbiddenError, NotFound. */
export async function getAdminPriorityGroup(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'HallService')
  const row = await ctx.db.selectFrom('priorityGroup').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('PriorityGroup')
  const { retiredAt, ...group } = row
  return {
    ...group,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    retired: retiredAt !== null,
  }
}

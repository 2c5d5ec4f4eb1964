import type { TenantContext } from '#app/core/context.ts'

/** A service as people choose it. */
export interface ServiceChoice {
  readonly id: string
  /** In the asker's language. */
  readonly name: string
  readonly letter: string
  readonly agencyId: string
  readonly promiseMinutes: number
}

/** What one may wait for in a hall, in its order. */
export async function listServices(ctx: TenantContext, hallId: string): Promise<ServiceChoice[]> {
  const rows = await ctx.db
    .selectFrom('hallService')
    .selectAll()
    .where('hallId', '=', hallId)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    letter: row.letter,
    agencyId: row.agencyId,
    promiseMinutes: row.promiseMinutes,
  }))
}

/** A service of this hall that is in use; undefined where there is none. */
export const findService = ({ db }: TenantContext, hallId: string, id: string) =>
  db
    .selectFrom('hallService')
    .select(['id', 'letter', 'agencyId'])
    .where('id', '=', id)
    .where('hallId', '=', hallId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()

/** Who comes earlier, in the region's order. */
export async function listPriorityGroups(ctx: TenantContext): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db
    .selectFrom('priorityGroup')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale] }))
}

/** A priority group that is in use; undefined where there is none. */
export const findPriorityGroup = ({ db }: TenantContext, id: string) =>
  db
    .selectFrom('priorityGroup')
    .select(['id', 'creditMinutes'])
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()

import type { TenantContext } from '#app/core/context.ts'

/** Agencies in use as a pack names them on `day`, and the slug of one by its id: undefined where it is retired. */
export async function agenciesOf({ db }: TenantContext, day: string) {
  const rows = await db
    .selectFrom('agency')
    .select(['id', 'slug', 'level', 'email'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const names = await db.selectFrom('agencyName').selectAll().orderBy('validFrom').execute()
  const list = rows.map(({ id, slug, level, email }) => {
    const all = names.filter((name) => name.agencyId === id)
    const name = all.findLast(({ validFrom }) => validFrom <= day) ?? all[0]
    return {
      slug,
      level,
      ...(email === null ? {} : { email }),
      name: { kk: name?.nameKk ?? '', ru: name?.nameRu ?? '', en: name?.nameEn ?? '' },
    }
  })
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
  return { list, agencyOf: (id: string) => slugs.get(id) }
}

export type AgencyOf = Awaited<ReturnType<typeof agenciesOf>>['agencyOf']

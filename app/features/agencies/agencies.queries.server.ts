import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { AgencyLevel } from '#db/schema/tenant.ts'

export interface AgencyListItem {
  readonly id: string
  readonly level: AgencyLevel
  /** In the language of the asker, as it is called today. */
  readonly name: string
}

/** Agencies in the region's own order; one of each, under the name it has today. */
export async function listAgencies(ctx: TenantContext): Promise<AgencyListItem[]> {
  const agencies = await ctx.db
    .selectFrom('agency')
    .select(['id', 'level'])
    .where('retiredAt', 'is', null)
    .where(accessible(ctx.ability, 'read', 'Agency'))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const names = await agencyNames(
    ctx,
    agencies.map((agency) => agency.id),
  )
  return agencies.map((agency) => ({ ...agency, name: names[agency.id] ?? '' }))
}

/** Names by agency id in the asker's language, retired agencies too: old papers still name them. */
export async function agencyNames(
  { db, locale, clock }: TenantContext,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('agencyName')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['agencyId', 'validFrom', 'agencyName.nameKk', 'agencyName.nameRu', 'agencyName.nameEn', 'timeZone'])
    .where('agencyId', 'in', [...ids])
    .orderBy('validFrom')
    .execute()
  // A new name begins with the region's own day. Later names come later and win.
  const current = rows.filter((row) => row.validFrom <= wallClockParts(clock.now(), row.timeZone).day)
  return Object.fromEntries(
    current.map((row) => [row.agencyId, { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[locale]]),
  )
}

/** An agency that people can be hired for; undefined for a retired or an unknown one. */
export async function findAgency({ db }: TenantContext, id: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('agency').select('id').where('id', '=', id).where('retiredAt', 'is', null).executeTakeFirst()
}

/** An agency of the akimat, which alone may be given orders; undefined for another, a retired or an unknown one. */
export async function findAssignableAgency(
  { db }: TenantContext,
  id: string,
): Promise<{ id: string; slug: string; level: AgencyLevel } | undefined> {
  return db
    .selectFrom('agency')
    .select(['id', 'slug', 'level'])
    .where('id', '=', id)
    .where('level', '=', 'local')
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
}

import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { remembered } from '#app/core/memory.server.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { AgencyLevel } from '#db/schema/vocabulary.ts'

export interface AgencyListItem {
  readonly id: string
  readonly level: AgencyLevel
  /** In the language of the asker, as it is called today. */
  readonly name: string
}

/** Agencies in the region's own order; one of each, under the name it has today. */
export async function listAgencies(ctx: TenantContext): Promise<AgencyListItem[]> {
  const agencies = await agencyDirectory(ctx)
  return agencies.filter(({ retired }) => !retired).map(({ id, level, name }) => ({ id, level, name }))
}

/** Every agency with the name it has today, retired ones too and marked so: for lists and their filters. */
export async function agencyDirectory(ctx: TenantContext): Promise<(AgencyListItem & { retired: boolean })[]> {
  authorize(ctx.ability, 'read', 'Agency')
  const rows = await namesOverTime(ctx)
  const [first] = rows
  if (!first) return []
  // A new name begins with the region's own day. Later names come later and win.
  const today = wallClockParts(ctx.clock.now(), first.timeZone).day
  const latest = new Map(rows.filter((row) => row.validFrom <= today).map((row) => [row.id, row]))
  return [...latest.values()].map(({ id, level, retiredAt, nameKk, nameRu, nameEn }) => ({
    id,
    level,
    name: { kk: nameKk, ru: nameRu, en: nameEn }[ctx.locale],
    retired: retiredAt !== null,
  }))
}

const namesOverTime = (ctx: TenantContext) =>
  remembered(ctx, 'agencies', (db) =>
    db
      .selectFrom('agency')
      .innerJoin('agencyName', 'agencyName.agencyId', 'agency.id')
      .innerJoin('regionProfile', (join) => join.onTrue())
      .select(['agency.id', 'agency.level', 'agency.retiredAt', 'validFrom', 'timeZone'])
      .select(['agencyName.nameKk', 'agencyName.nameRu', 'agencyName.nameEn'])
      .orderBy('position')
      .orderBy('agency.id')
      .orderBy('validFrom')
      .execute(),
  )

/** Names by agency id in the asker's language, retired agencies too: old papers still name them. */
export async function agencyNames(
  ctx: TenantContext,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {}
  const agencies = await agencyDirectory(ctx)
  return Object.fromEntries(agencies.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name]))
}

/** An agency that things can be given to, kept from retiring until the command ends; undefined for a retired or an unknown one. */
export async function findAgency({ db }: TenantContext, id: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('agency')
    .select('id')
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .forShare()
    .executeTakeFirst()
}

/** A body as the record of what it was given names it. */
export interface AnsweringBody {
  readonly id: string
  readonly slug: string
  readonly level: AgencyLevel
}

/** An agency of the akimat, which alone may be given orders; undefined for another, a retired or an unknown one. */
export const findAssignableAgency = (ctx: TenantContext, id: string): Promise<AnsweringBody | undefined> =>
  findBody(ctx, id, ['local'])

/** A body that is not the akimat's, which can only be forwarded to; undefined for another, a retired or an unknown one. */
export const findForwardableAgency = (ctx: TenantContext, id: string): Promise<AnsweringBody | undefined> =>
  findBody(ctx, id, ['territorial', 'nonState'])

/** Either of them; undefined for a retired or an unknown one. */
export const findAnsweringAgency = (ctx: TenantContext, id: string): Promise<AnsweringBody | undefined> =>
  findBody(ctx, id, ['local', 'territorial', 'nonState'])

const findBody = ({ db }: TenantContext, id: string, levels: readonly AgencyLevel[]) =>
  db
    .selectFrom('agency')
    .select(['id', 'slug', 'level'])
    .where('id', '=', id)
    .where('level', 'in', [...levels])
    .where('retiredAt', 'is', null)
    .forShare()
    .executeTakeFirst()

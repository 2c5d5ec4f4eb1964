import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { AgencyLevel } from '#db/schema/vocabulary.ts'
import { openAppealsOf } from './agency-holds.server.ts'
import { regionToday } from './region-today.server.ts'

interface NameVersion {
  readonly id: string
  /** dd.MM.yyyy */
  readonly from: string
  readonly nameKk: string
  readonly nameRu: string
  readonly nameEn: string
  readonly state: 'past' | 'current' | 'planned'
}

export interface AdminAgency {
  readonly id: string
  readonly level: AgencyLevel
  /** Empty for none. */
  readonly email: string
  readonly version: number
  readonly retired: boolean
  /** In the asker's language, as it is called today. */
  readonly name: string
  /** Newest first. */
  readonly names: readonly NameVersion[]
}

/** The region's agencies in its order, with their names of all times. Throws ForbiddenError. */
export async function listAdminAgencies(ctx: TenantContext, wish?: ListWish): Promise<AdminAgency[]> {
  authorize(ctx.ability, 'configure', 'Agency')
  const finds = searchFor(wish?.search ?? '')
  const agencies = await readAgencies(ctx)
  return agencies.filter(
    ({ retired, names }) =>
      (!wish || retired === (wish.show === 'retired')) &&
      finds(...names.flatMap(({ nameKk, nameRu, nameEn }) => [nameKk, nameRu, nameEn])),
  )
}

/** One agency with what holds it. Throws ForbiddenError, NotFound. */
export async function getAdminAgency(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'Agency')
  const [agency] = await readAgencies(ctx, id)
  if (!agency) throw new NotFound('Agency')
  const count = (table: 'category' | 'desk' | 'staffMember') =>
    ctx.db
      .selectFrom(table)
      .select('id')
      .where('agencyId', '=', id)
      .where('retiredAt', 'is', null)
      .execute()
      .then((rows) => rows.length)
  return {
    ...agency,
    open: await openAppealsOf(ctx, id),
    named: { staff: await count('staffMember'), categories: await count('category'), desks: await count('desk') },
    today: await regionToday(ctx),
  }
}

async function readAgencies(ctx: TenantContext, id?: string): Promise<AdminAgency[]> {
  const agencies = await ctx.db
    .selectFrom('agency')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const rows = await ctx.db
    .selectFrom('agencyName')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('agencyId', '=', id ?? ''))
    .orderBy('validFrom', 'desc')
    .execute()
  const today = await regionToday(ctx)
  const byAgency = Map.groupBy(rows, (row) => row.agencyId)
  return agencies.map(({ id, level, email, version, retiredAt }) => {
    const own = byAgency.get(id) ?? []
    const current = own.find((row) => row.validFrom <= today) ?? own.at(-1)
    const stateOf = (row: (typeof rows)[number]) =>
      row.validFrom > today ? ('planned' as const) : row === current ? ('current' as const) : ('past' as const)
    return {
      id,
      level,
      email: email ?? '',
      version,
      retired: retiredAt !== null,
      name: current ? { kk: current.nameKk, ru: current.nameRu, en: current.nameEn }[ctx.locale] : '',
      names: own.map((row) => {
        const { id, validFrom, nameKk, nameRu, nameEn } = row
        return { id, from: formatDay(validFrom), nameKk, nameRu, nameEn, state: stateOf(row) }
      }),
    }
  })
}

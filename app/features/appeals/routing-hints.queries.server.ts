import { agencyNames } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'

/** So many suggestions are read; more would be a table. */
const mostHints = 3

/** Where appeals of a category went wrong before: from which body to which, how often, how many working days it cost. */
export async function listRoutingHints(ctx: TenantContext, categoryId: string | null) {
  if (categoryId === null) return []
  const rows = await ctx.db
    .selectFrom('redirect')
    .innerJoin('agency', 'agency.id', 'redirect.toAgencyId')
    .select(['fromAgencyId', 'toAgencyId'])
    .select((row) => [row.fn.countAll<string>().as('times'), row.fn.sum<string>('daysLost').as('days')])
    .where('redirect.categoryId', '=', categoryId)
    .where('agency.retiredAt', 'is', null)
    .groupBy(['fromAgencyId', 'toAgencyId'])
    .orderBy('times', 'desc')
    .orderBy('toAgencyId')
    .limit(mostHints)
    .execute()
  const names = await agencyNames(ctx, [...new Set(rows.flatMap((row) => [row.fromAgencyId, row.toAgencyId]))])
  return rows.map(({ fromAgencyId, toAgencyId, times, days }) => ({
    key: `${fromAgencyId}.${toAgencyId}`,
    from: names[fromAgencyId] ?? '',
    to: names[toAgencyId] ?? '',
    times: Number(times),
    days: Number(days),
  }))
}

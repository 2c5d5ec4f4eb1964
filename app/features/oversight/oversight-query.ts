import { periods, type Period } from './period.ts'

const sorts = ['name', 'received', 'open', 'answered', 'onTime', 'median', 'perThousand'] as const
export type Sort = (typeof sorts)[number]

/** What the page is asked for; each of it stands in the address. */
export interface OversightQuery {
  readonly period: Period
  readonly sort: Sort
  readonly order: 'asc' | 'desc'
  /** Whose counts are taken apart; undefined for the whole country. */
  readonly region: string | undefined
}

/** Reads an address; what it does not say, or says wrongly, is this month by name for the whole country. */
export function oversightQuery(asked: URLSearchParams): OversightQuery {
  return {
    period: periods.find((period) => period === asked.get('period')) ?? 'month',
    sort: sorts.find((sort) => sort === asked.get('sort')) ?? 'name',
    order: asked.get('order') === 'desc' ? 'desc' : 'asc',
    region: asked.get('region') ?? undefined,
  }
}

/** The address part of a query, changed here and there; what is as usual is left out. */
export function addressOf(query: OversightQuery, change: Partial<OversightQuery> = {}) {
  const { period, sort, order, region } = { ...query, ...change }
  return {
    period: period === 'month' ? undefined : period,
    sort: sort === 'name' ? undefined : sort,
    order: order === 'asc' ? undefined : order,
    region,
  }
}

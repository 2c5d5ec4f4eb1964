export const periods = ['month', 'lastMonth', 'year'] as const
export type Period = (typeof periods)[number]

/** Whole months, each named by its first day (YYYY-MM-DD); `until` is the first one that is no longer in. */
export interface Months {
  readonly from: string
  readonly until: string
}

const firstOf = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)

/** The months of a period that is spoken of on `today`, YYYY-MM-DD. */
export function monthsOf(period: Period, today: string): Months {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7)) - 1
  if (period === 'year') return { from: firstOf(year, 0), until: firstOf(year + 1, 0) }
  const first = period === 'month' ? month : month - 1
  return { from: firstOf(year, first), until: firstOf(year, first + 1) }
}

/** The last day of the months, YYYY-MM-DD. */
export function lastDayOf({ until }: Months): string {
  return new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

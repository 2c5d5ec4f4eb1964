/** What a term is counted in. */
export type TermUnit = 'months' | 'days'

/** A changed term rests for so many days before anything goes by it: a slip of the pen must not empty a register. */
export const restDays = 7

const day = 86_400_000

/** What ended before this moment is over its term. Months are the calendar's: from the 31st back to a month's last day. */
export function cutOf(now: Date, amount: number, unit: TermUnit): Date {
  if (unit === 'days') return new Date(now.getTime() - amount * day)
  const month = now.getUTCFullYear() * 12 + now.getUTCMonth() - amount
  const [year, ofYear] = [Math.floor(month / 12), ((month % 12) + 12) % 12]
  const last = new Date(Date.UTC(year, ofYear + 1, 0)).getUTCDate()
  const cut = new Date(now)
  cut.setUTCFullYear(year, ofYear, Math.min(now.getUTCDate(), last))
  return cut
}

/** Until when a term that was changed then rests; undefined where it does not any more. */
export function restsUntil(now: Date, changedAt: Date | null): Date | undefined {
  const end = changedAt && new Date(changedAt.getTime() + restDays * day)
  return end && end > now ? end : undefined
}

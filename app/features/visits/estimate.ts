/** How long somebody will still wait, minutes; a range, because nobody knows better. */
export interface Estimate {
  readonly from: number
  readonly to: number
}

/** Of a service in this hour of recent days: how long a desk was busy with one person, minutes. */
export interface Pace {
  readonly p50: number
  readonly p90: number
}

/** Taken for a service that nobody has measured yet. */
export const unknownPace: Pace = { p50: 8, p90: 20 }

/**
 * How long it takes until a person is called who has so many before them at so many desks: half the people are served in `p50`,
 * nine of ten in `p90`. Undefined where no desk serves: nobody can say.
 */
export function estimateOf(ahead: number, desks: number, { p50, p90 }: Pace): Estimate | undefined {
  if (desks < 1) return undefined
  const rounds = ahead / desks
  // The next one waits for whoever is first to be done, not for a whole turn.
  return { from: Math.floor(rounds * p50), to: Math.max(1, Math.ceil((rounds + 1 / desks) * p90)) }
}

/** The middle and the ninth tenth of some times, minutes; `unknownPace` where there are fewer than five. */
export function paceOf(minutes: readonly number[]): Pace {
  if (minutes.length < 5) return unknownPace
  const sorted = minutes.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p90: at(0.9) }
}

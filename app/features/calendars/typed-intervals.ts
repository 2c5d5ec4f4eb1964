import { typedHours } from '#app/core/typed-hours.ts'

type Interval = readonly [from: string, to: string]

/**
 * Intervals of work as people type them: `9-13, 14-18.30`. Empty for a day without hours of its own; undefined for what
 * cannot be understood, ends before it begins, or overlaps.
 */
export function typedIntervals(typed: string): readonly Interval[] | undefined {
  const parts = typed.split(/[;\n]|,\s+|,(?=\d{1,2}[:.-]|\d{4}-)/)
  const intervals: Interval[] = []
  for (const part of parts) {
    const hours = typedHours(part)
    if (hours === undefined) return undefined
    if (hours !== 'closed') intervals.push(hours)
  }
  const isInOrder = intervals.every(([from], at) => at === 0 || (intervals[at - 1]?.[1] ?? '') < from)
  return isInOrder ? intervals : undefined
}

/** Intervals as they are shown and may be typed again. */
export const shownIntervals = (intervals: readonly Interval[] = []): string =>
  intervals.map((interval) => interval.join(' – ')).join('; ')

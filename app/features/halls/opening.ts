import type { Opening } from '#db/schema/vocabulary.ts'

/** ISO weekday: 1 is Monday. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export type Weekday = (typeof weekdays)[number]

/** Days one after another with the same hours. */
export interface OpeningGroup {
  readonly first: Weekday
  readonly last: Weekday
  /** HH:MM */
  readonly from: string
  readonly to: string
}

/** The hours of a week, neighbouring days that are alike as one. Days on which a hall is closed are left out. */
export function openingGroups(opening: Opening): OpeningGroup[] {
  const groups: OpeningGroup[] = []
  let wasOpen = false
  for (const day of weekdays) {
    const hours = opening[day]
    const last = wasOpen ? groups.at(-1) : undefined
    wasOpen = hours !== undefined
    if (!hours) continue
    const [from, to] = hours
    if (last && last.from === from && last.to === to) groups[groups.length - 1] = { ...last, last: day }
    else groups.push({ first: day, last: day, from, to })
  }
  return groups
}

/** Whether a hall is open on `day` (YYYY-MM-DD) at `time` (HH:MM); a decreed holiday closes it whatever the weekday. */
export function isOpenAt(
  opening: Opening,
  { day, time, decreed }: { day: string; time: string; decreed: 'working' | 'nonWorking' | undefined },
): boolean {
  if (decreed === 'nonWorking') return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const hours = opening[weekdays[(weekday + 6) % 7] ?? '1']
  return hours !== undefined && hours[0] <= time && time < hours[1]
}

import { InvalidInput, Refusal } from '#app/core/errors.ts'
import type { DayLine } from '#db/schema/calendar.ts'
import { dayMoved, dayRemoved, layerAfter } from './calendar-lines.ts'
import { daysBetween, type Day, type DecreedDay } from './calendar.ts'
import type { AddDay, MoveDay, RemoveDay } from './calendars.schema.ts'

/** What a form makes of one day of a layer. */
export type DayForm =
  | { readonly act: 'add'; readonly input: AddDay }
  | { readonly act: 'move'; readonly input: MoveDay }
  | { readonly act: 'remove'; readonly input: RemoveDay }

/** How far a change may reach, in days: a decree speaks of this year and the next, and rarely of what is over. */
const reach = { back: 366, ahead: 3 * 366 }

/**
 * Lines of a form on a layer that has `drafted` lines already. Throws InvalidInput for a day out of reach or taken, Refusal
 * for one that is not decreed.
 */
export function linesOfForm(
  { act, input }: DayForm,
  standing: readonly DecreedDay[],
  drafted: readonly DayLine[],
  today: Day,
): DayLine[] {
  const layer = layerAfter(standing, drafted)
  const at = (day: Day) => layer.find((one) => one.day === day)
  const mustBeNear = (field: string, day: Day) => {
    const far = daysBetween(today, day)
    if (far < -reach.back || far > reach.ahead) throw new InvalidInput({ [field]: 'calendars:error.dayFar' })
  }
  mustBeNear('day', input.day)
  if (act === 'add') {
    const { day, kind, nameKk, nameRu, nameEn } = input
    return [{ day, kind, name: null, names: { kk: nameKk, ru: nameRu, en: nameEn } }]
  }
  const found = at(input.day)
  if (!found) throw new Refusal('calendars:error.noDay')
  if (act === 'remove') return [dayRemoved(input.day)]
  mustBeNear('toDay', input.toDay)
  if (at(input.toDay)) throw new InvalidInput({ toDay: 'calendars:error.dayTaken' })
  return dayMoved(found, input.toDay)
}

import type { Translate } from '#app/core/i18n/texts.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { DecreedDay } from './calendar.ts'

/** Days that the product has words for. */
const knownNames = [
  'new_year',
  'moved',
  'orthodox_christmas',
  'womens_day',
  'nauryz',
  'unity_day',
  'defender_day',
  'victory_day',
  'qurban_ait',
  'capital_day',
  'constitution_day',
  'republic_day',
  'independence_day',
] as const

/** What a day is called in the asker's language; empty where nobody named it. */
export function dayName(t: Translate, locale: LocaleCode, { name, names }: Pick<DecreedDay, 'name' | 'names'>): string {
  const known = knownNames.find((one) => one === name)
  // A day of the region's own stands there in its own words.
  return names?.[locale] ?? (known ? t(`calendars:day.${known}`) : (name ?? ''))
}

import type { TFunction } from 'i18next'
import type { Likeness } from '../likely.queries.server.ts'

/** Why two appeals may be the same, in words. */
export function reasonsOf(t: TFunction<'duplicates'>, { person, place, words }: Likeness): string[] {
  return [
    ...(person.length > 0 ? [`${t('why.person')}: ${person.map((key) => t(`why.${key}`)).join(', ')}`] : []),
    ...(typeof place === 'number' ? [`${t('why.place')}: ${t('why.metres', { metres: place })}`] : []),
    ...(place === 'address' ? [`${t('why.place')}: ${t('why.address')}`] : []),
    ...(words > 0 ? [`${t('why.words')}: ${words} %`] : []),
  ]
}

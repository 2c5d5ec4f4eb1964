import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import type { Resources } from '#app/core/i18n/texts.ts'
import { areaNames, mayReword, type Area } from './areas.ts'

/** A text that a region may reword, as it is shipped. */
export interface ShippedText {
  /** `namespace:key` */
  readonly id: string
  readonly area: Area
  readonly key: string
  /** A form of a plural is in some languages only. */
  readonly texts: Readonly<Partial<Record<LocaleCode, string>>>
}

const listed = new WeakMap<Resources, ReadonlyMap<string, ShippedText>>()

/** Every text that a region may reword, by its id, in the order of the areas. */
export function shippedTexts(shipped: Resources): ReadonlyMap<string, ShippedText> {
  const known = listed.get(shipped)
  if (known) return known
  const all = new Map<string, ShippedText>()
  for (const area of areaNames) {
    for (const locale of localeCodes) {
      for (const [key, text] of leavesOf(shipped[locale][area] ?? {}, '')) {
        if (!mayReword(area, key)) continue
        const id = `${area}:${key}`
        all.set(id, { id, area, key, texts: { ...all.get(id)?.texts, [locale]: text } })
      }
    }
  }
  listed.set(shipped, all)
  return all
}

function leavesOf(tree: object, above: string): (readonly [key: string, text: string])[] {
  return Object.entries(tree as Record<string, unknown>).flatMap(([name, value]) => {
    const key = above === '' ? name : `${above}.${name}`
    if (typeof value === 'string') return [[key, value] as const]
    return value && typeof value === 'object' ? leavesOf(value, key) : []
  })
}

import i18next, { type i18n as I18n, type Namespace } from 'i18next'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { localeCodes } from './locales.ts'
import { wordingProblem } from './wording.ts'

/** A text by its full key (`appeals:form.name`) and the values it names. Typed keys: see app/locales.ts. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** locale → namespace → (nested) key → text */
export type Resources = Readonly<Record<LocaleCode, Readonly<Record<string, object>>>>

/** A region's own words for a shipped key. */
export interface Wording {
  readonly locale: LocaleCode
  readonly namespace: string
  readonly key: string
  readonly text: string
}

export type Texts = Readonly<Record<LocaleCode, I18n>>

/**
 * Full keys that are only known when the code runs: messages of errors, names of outcomes. i18next's own types want each
 * key as a literal; here CI holds every literal `namespace:key` in the code against the texts.
 */
export const translatorOf =
  (texts: I18n): Translate =>
  (key, values) =>
    (texts.t as unknown as Translate)(key, values)

/**
 * The texts of one region in each language: shipped words, then the region's own over them. Every call copies the shipped
 * words: instances that shared them once showed one region's wording in another.
 */
export function openTexts(shipped: Resources, wording: readonly Wording[] = []): Texts {
  const open = (locale: LocaleCode): I18n => {
    const words = structuredClone(shipped[locale]) as Record<string, object>
    const instance = i18next.createInstance()
    void instance.init({
      lng: locale,
      fallbackLng: false,
      defaultNS: 'common',
      ns: Object.keys(words),
      resources: { [locale]: words as Record<string, Record<string, string>> },
      interpolation: { escapeValue: false },
      initAsync: false,
      returnNull: false,
    })
    for (const own of wording.filter((text) => text.locale === locale)) {
      const said: unknown = instance.getResource(locale, own.namespace, own.key)
      if (!instance.exists(own.key, { ns: own.namespace as Namespace }) || typeof said !== 'string') continue
      // A pack may bring what no page of ours would have taken.
      if (wordingProblem(said, own.text)) continue
      instance.addResource(locale, own.namespace, own.key, own.text)
    }
    return instance
  }
  const texts = Object.fromEntries(localeCodes.map((locale) => [locale, open(locale)])) as unknown as Texts
  origins.set(texts, shipped)
  return texts
}

const origins = new WeakMap<Texts, Resources>()

/** The shipped texts that these were made of, without a region's own. */
export function shippedOf(texts: Texts): Resources {
  const shipped = origins.get(texts)
  if (!shipped) throw new Error('These texts were not opened here')
  return shipped
}

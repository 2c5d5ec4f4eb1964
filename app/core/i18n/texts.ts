import i18next, { type i18n as I18n, type Namespace } from 'i18next'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { localeCodes } from './locales.ts'

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
      if (instance.exists(own.key, { ns: own.namespace as Namespace })) {
        instance.addResource(locale, own.namespace, own.key, own.text)
      }
    }
    return instance
  }
  return Object.fromEntries(localeCodes.map((locale) => [locale, open(locale)])) as unknown as Texts
}

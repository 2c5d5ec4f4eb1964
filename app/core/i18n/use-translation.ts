import type { i18n as I18n, Namespace, TFunction } from 'i18next'
import { createContext, useContext } from 'react'

const Words = createContext<I18n | undefined>(undefined)

export const WordsProvider = Words.Provider

/** For each opened language and namespace, the same function to every component that asks. */
const opened = new WeakMap<I18n, Map<string, { readonly t: TFunction }>>()

/**
 * Words of one namespace in the language of the page; throws outside a page. A page is rendered once, on the server, in
 * one language that stands: what react-i18next does so that words may change under a page costs more than the page.
 */
export function useTranslation<N extends Namespace & string>(namespace: N): { readonly t: TFunction<N> } {
  const words = useContext(Words)
  if (!words) throw new Error('There are no words here')
  const namespaces = opened.get(words) ?? new Map<string, { readonly t: TFunction }>()
  opened.set(words, namespaces)
  const known = namespaces.get(namespace) ?? { t: rememberingWords(words.getFixedT(null, namespace) as TFunction) }
  namespaces.set(namespace, known)
  return known as unknown as { readonly t: TFunction<N> }
}

/** The same function, which looks a text without values up only once. */
function rememberingWords(t: TFunction): TFunction {
  const said = new Map<string, string>()
  const remembering = (key: string, values?: Record<string, string | number>) => {
    if (values !== undefined) return t(key as never, values)
    const known = said.get(key) ?? t(key as never)
    said.set(key, known)
    return known
  }
  return Object.assign(remembering, { $TFunctionBrand: t.$TFunctionBrand }) as unknown as TFunction
}

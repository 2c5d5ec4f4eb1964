import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** The state language first; it is what a person gets who asks for nothing we have. */
export const localeCodes = ['kk', 'ru', 'en'] as const satisfies readonly LocaleCode[]
export const defaultLocale: LocaleCode = 'kk'

/** Languages name themselves. */
export const localeNames: Readonly<Record<LocaleCode, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

export const isLocale = (value: string | undefined): value is LocaleCode =>
  (localeCodes as readonly (string | undefined)[]).includes(value)

/** The first language of ours that an Accept-Language header prefers, by its weights; undefined where none is ours. */
export function acceptedLocale(header: string | undefined): LocaleCode | undefined {
  const wishes = (header ?? '').split(',').map((part, position) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1)
    return { locale: tag.trim().split('-')[0], weight: Number.isFinite(weight) ? weight : 0, position }
  })
  return wishes
    .filter((wish) => wish.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.position - b.position)
    .map((wish) => wish.locale)
    .find(isLocale)
}

/** The language in a resident's path (`/ru/track`); undefined elsewhere. */
export function localeOfPath(pathname: string): LocaleCode | undefined {
  const first = pathname.split('/', 2)[1]
  return isLocale(first) ? first : undefined
}

/** The languages as fields of a form are labelled with them. */
export const localeLabels = localeCodes.map((code) => ({ code, label: localeNames[code] }))

/** ISO 639 codes of what is spoken in Kazakhstan or asked for by its guests, the most asked for first. */
export const languageCodes = [
  'kk',
  'ru',
  'en',
  'uz',
  'ug',
  'tr',
  'ky',
  'tg',
  'az',
  'tt',
  'ko',
  'zh',
  'de',
  'uk',
  'fa',
  'ar',
  'hi',
] as const
export type LanguageCode = (typeof languageCodes)[number]

export const isLanguage = (code: string): code is LanguageCode => (languageCodes as readonly string[]).includes(code)

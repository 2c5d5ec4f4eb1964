import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** A number as people of this language write it, with at most so many digits after the comma: "1 204", "12,5". */
export function formatNumber(value: number, locale: LocaleCode, digits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
}

/** A share of one in whole per cent: "94 %", in English "94%". */
export function formatShare(share: number, locale: LocaleCode): string {
  return `${Math.round(share * 100)}${locale === 'en' ? '' : '\u00a0'}%`
}

import type { Translate } from '#app/core/i18n/texts.ts'

/** YYYY-MM-DD as a letter writes it: "2026 жылғы 23 қараша", "23 ноября 2026 года". `t` decides the language. */
export function dayInWords(day: string, t: Translate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return t('letters:day', { year, day: String(Number(date)), month: t(`letters:month.${Number(month)}`) })
}

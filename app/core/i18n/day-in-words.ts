import type { Translate } from './texts.ts'

/** YYYY-MM-DD as a letter writes it: "2026 жылғы 23 қараша", "23 ноября 2026 года". `t` decides the language. */
export function dayInWords(day: string, t: Translate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return t('common:day.words', { year, day: String(Number(date)), month: t(`common:day.month.${Number(month)}`) })
}

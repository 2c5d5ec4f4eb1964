import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { formatNumber } from './numbers.ts'
import type { Translate } from './texts.ts'

/** Bytes for people; kilobytes at least. */
export function sizeInWords({ t, locale }: { readonly t: Translate; readonly locale: LocaleCode }, bytes: number) {
  const [unit, size] =
    bytes >= 1024 ** 3
      ? (['gb', bytes / 1024 ** 3] as const)
      : bytes >= 1024 ** 2
        ? (['mb', bytes / 1024 ** 2] as const)
        : (['kb', bytes / 1024] as const)
  return t(`common:size.${unit}`, { size: formatNumber(size, locale, size >= 100 ? 0 : 1) })
}

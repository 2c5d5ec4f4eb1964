import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeCodes, localeNames, localeOfPath } from '../i18n/locales.ts'
import { inLanguage } from '../paths.ts'
import { usePageScope } from './page-scope.tsx'
import { samePage } from './same-page.ts'

/**
 * What a frame needs to offer this very page in the other languages, whatever was chosen on it. Where the language is no
 * part of the path it is asked for.
 */
export function useLanguages() {
  const { t } = useTranslation('common')
  const { locale, path } = usePageScope()
  const languages = localeCodes.map((code) => ({
    locale: code,
    label: localeNames[code],
    href: localeOfPath(path.split('?', 1)[0] ?? '') ? inLanguage(path, code) : samePage(path, 'lang', code),
    current: code === locale,
  }))
  return { languagesLabel: t('languages'), languages }
}

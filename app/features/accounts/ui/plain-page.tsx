import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { PlainFrame } from '#app/ui/plain-frame.tsx'

interface PlainPageProps {
  readonly siteName: string
  readonly children: ReactNode
}

/** The frame of pages before a sign-in. Their language is no part of the path, so it is asked for. */
export function PlainPage({ siteName, children }: PlainPageProps) {
  const { t } = useTranslation('common')
  const { locale, path } = usePageScope()
  const inOther = (code: string) => {
    const url = new URL(path, 'http://here')
    url.searchParams.set('lang', code)
    return url.pathname + url.search
  }
  return (
    <PlainFrame
      name={siteName}
      homeHref="/"
      languagesLabel={t('languages')}
      languages={localeCodes.map((code) => ({
        locale: code,
        label: localeNames[code],
        href: inOther(code),
        current: code === locale,
      }))}
    >
      {children}
    </PlainFrame>
  )
}

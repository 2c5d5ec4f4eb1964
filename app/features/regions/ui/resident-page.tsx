import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { useLanguages } from '#app/core/http/use-languages.ts'
import { paths } from '#app/core/paths.ts'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'
import type { Region } from '../region.ts'

interface ResidentPageProps {
  readonly region: Region
  readonly pathname: string
  readonly children: ReactNode
}

/** The frame of every resident's page: whose centre it is, the way around, the languages, and the telephone. */
export function ResidentPage({ region, pathname, children }: ResidentPageProps) {
  const { t } = useTranslation('regions')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const nav = [
    { href: paths.newAppeal(locale), label: t('nav.newAppeal') },
    { href: paths.track(locale), label: t('nav.track') },
  ]
  return (
    <ResidentFrame
      region={region.name}
      centre={region.centre}
      emblem={region.emblem}
      homeHref={paths.home(locale)}
      skipLabel={common('skip')}
      {...useLanguages()}
      navLabel={common('navigation')}
      nav={nav.map((link) => ({ ...link, current: link.href === pathname }))}
      help={{
        title: t('phone.title'),
        lines: region.hotlines.map(({ number, kind }) => ({
          label: t(`phone.${kind}`),
          text: number,
          href: `tel:${number.replace(/\s/g, '')}`,
        })),
      }}
      footerNavLabel={t('nav.more')}
      footerNav={[{ href: paths.worklist(), label: t('nav.staff') }]}
    >
      {children}
    </ResidentFrame>
  )
}

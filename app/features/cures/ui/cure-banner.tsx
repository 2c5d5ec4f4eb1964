import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import type { Cure } from '../cures.queries.server.ts'
import { MissingList } from './missing-list.tsx'

/** On the page of an appeal: that something of it is missing, until when, and where to bring it. */
export function CureBanner({ appealId, cure }: { appealId: string; cure: Cure | undefined }) {
  const { t } = useTranslation('cures')
  const { locale } = usePageScope()
  if (!cure) return null
  return (
    <Banner tone="warning" title={t('banner.title')}>
      <MissingList missing={cure.missing} words={cure.words} />
      <p>{t(cure.stand === 'uncured' ? 'banner.over' : 'banner.until', { day: cure.dueOn })}</p>
      <p>
        <a href={paths.cure(locale, appealId)}>{t('banner.bring')}</a>
      </p>
    </Banner>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

/** What residents see of a region that is still being set up. */
export function NotLivePage() {
  const { t } = useTranslation('launches')
  return <PageHeading title={t('notLive.title')} lead={t('notLive.text')} />
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { Banner } from '#app/ui/banner.tsx'

/** What everybody on the staff must know first: that they may only read, or that this is a copy that keeps silent. */
export function StandingBanners() {
  const { t } = useTranslation('staff')
  const { standing } = usePageScope()
  if (!standing) return null
  const { suspended, muted } = standing
  return (
    <>
      {suspended ? (
        <Banner tone="warning" title={t('standing.suspended')}>
          <p>{t('standing.suspendedText', { since: suspended.since })}</p>
          {suspended.reason ? <p>{t('standing.suspendedReason', { reason: suspended.reason })}</p> : null}
        </Banner>
      ) : null}
      {muted ? (
        <Banner tone="info" title={t('standing.muted')}>
          {t('standing.mutedText')}
        </Banner>
      ) : null}
    </>
  )
}

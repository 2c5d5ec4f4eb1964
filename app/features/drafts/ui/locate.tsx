import { useTranslation } from '#app/core/i18n/use-translation.ts'

/** "Use where I am", for the script `enhance/locate.ts`; without it nobody sees it. */
export function Locate() {
  const { t } = useTranslation('drafts')
  return (
    <div
      className="locate"
      data-locate=""
      data-finding={t('place.finding')}
      data-found={t('place.found')}
      data-kept={t('place.kept')}
      data-coarse={t('place.coarse')}
      data-denied={t('place.denied')}
      data-failed={t('place.failed')}
      data-removed={t('place.removed')}
      hidden
    >
      <button type="button" className="button button-secondary" data-locate-here="">
        {t('place.here')}
      </button>
      <output className="locate-status" data-locate-status="" />
      <button type="button" className="button button-quiet" data-locate-remove="" hidden>
        {t('place.remove')}
      </button>
    </div>
  )
}

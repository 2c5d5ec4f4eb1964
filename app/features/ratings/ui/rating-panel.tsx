import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { OwnRating } from '../ratings.queries.server.ts'
import { GivenRatings } from './given-ratings.tsx'

/** What the person said of the answers, or the way to say it; nothing where there is nothing to say. */
export function RatingPanel({ rating: { id, until, given } }: { rating: OwnRating }) {
  const { t } = useTranslation('ratings')
  const { locale } = usePageScope()
  if (until === '' && given.length === 0) return null
  return (
    <Panel title={t('panel.title')}>
      <GivenRatings ratings={given} />
      {until ? (
        <>
          <p>{t('panel.ask', { day: until })}</p>
          <div className="no-print">
            <ButtonLink href={paths.rateAnswer(locale, id)}>{t('panel.link')}</ButtonLink>
          </div>
        </>
      ) : null}
    </Panel>
  )
}

import { useTranslation } from 'react-i18next'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** A region's home: what to do first, what happens then, and who answers. */
export function HomePage({ agencies }: { agencies: readonly string[] }) {
  const { t } = useTranslation('regions')
  const { locale } = usePageScope()
  return (
    <div className="stack">
      <PageHeading title={t('home.title')} lead={t('home.lead')} />
      <div className="cluster">
        <ButtonLink href={paths.newAppeal(locale)} icon="forward">
          {t('home.newAppeal')}
        </ButtonLink>
        <ButtonLink href={paths.track(locale)} variant="secondary">
          {t('home.track')}
        </ButtonLink>
      </div>
      <p className="muted">{t('home.trackHint')}</p>
      <Panel title={t('home.how')}>
        <ol>
          <li>{t('home.step1')}</li>
          <li>{t('home.step2')}</li>
          <li>{t('home.step3')}</li>
        </ol>
      </Panel>
      <Panel title={t('home.agencies')}>
        <ul>
          {agencies.map((agency) => (
            <li key={agency}>{agency}</li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

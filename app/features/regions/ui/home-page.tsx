import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StepList } from '#app/ui/step-list.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { WarningText } from '#app/ui/warning-text.tsx'
import type { Region } from '../region.ts'

interface HomePageProps {
  readonly region: Region
  readonly agencies: readonly string[]
  readonly search: ReactNode
  readonly halls: ReactNode
}

/** A region's home: what to do first, what happens then, how to reach the centre, and who answers. */
export function HomePage({ region, agencies, search, halls }: HomePageProps) {
  const { t } = useTranslation('regions')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  return (
    <div className="stack">
      <PageHeading title={t('home.title')} lead={t('home.lead')} />
      {search}
      <div className="cluster">
        <ButtonLink href={paths.newAppeal(locale)} icon="forward">
          {t('home.newAppeal')}
        </ButtonLink>
        <ButtonLink href={paths.track(locale)} variant="secondary">
          {t('home.track')}
        </ButtonLink>
      </div>
      <p className="muted">{t('home.trackHint')}</p>
      <WarningText label={common('warning')}>{t('home.emergency')}</WarningText>
      <Panel title={t('home.how')}>
        <StepList steps={[{ title: t('home.step1') }, { title: t('home.step2') }, { title: t('home.step3') }]} />
      </Panel>
      <Panel title={t('home.reach')}>
        <SummaryList
          items={[
            { term: t('home.portal'), description: t('home.portalHint') },
            ...(region.hotlines.length > 0
              ? [{ term: t('home.phones'), description: <Telephones hotlines={region.hotlines} /> }]
              : []),
          ]}
        />
      </Panel>
      {halls}
      <Panel title={t('home.safe')}>
        <div className="stack">
          <p>{t('home.privacy')}</p>
          <p>{t('home.anonymous')}</p>
        </div>
      </Panel>
      <Details summary={t('home.agencies')}>
        <ul>
          {agencies.map((agency) => (
            <li key={agency}>{agency}</li>
          ))}
        </ul>
      </Details>
    </div>
  )
}

function Telephones({ hotlines }: Pick<Region, 'hotlines'>) {
  const { t } = useTranslation('regions')
  return (
    <ul>
      {hotlines.map(({ number, kind }) => (
        <li key={number}>
          {t(`phone.${kind}`)}: <a href={`tel:${number.replace(/\s/g, '')}`}>{number}</a>
        </li>
      ))}
    </ul>
  )
}

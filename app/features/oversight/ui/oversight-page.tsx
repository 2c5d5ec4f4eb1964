import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { DefinitionGrid } from '#app/ui/definition-grid.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatTiles } from '#app/ui/stat-tiles.tsx'
import { TabLinks } from '#app/ui/tab-links.tsx'
import { addressOf } from '../oversight-query.ts'
import { periods } from '../period.ts'
import type { OversightView } from '../oversight-view.server.ts'
import { BreakdownPanel } from './breakdown-panel.tsx'
import { CountryCharts } from './country-charts.tsx'
import { RegionTable } from './region-table.tsx'

/** All regions of the country beside each other, in impersonal figures. */
export function OversightPage({ view }: { view: OversightView }) {
  const { t } = useTranslation('oversight')
  const { query } = view
  return (
    <div className="stack">
      <PageHeading title={t('title')} lead={t('lead')} caption={t('days', view.days)} />
      <TabLinks
        label={t('period.label')}
        tabs={periods.map((period) => ({
          href: paths.oversight(addressOf(query, { period })),
          label: t(`period.${period}`),
          current: period === query.period,
        }))}
      />
      <CountryTiles view={view} />
      <RegionTable query={query} lines={view.lines} />
      <CountryCharts view={view} />
      <BreakdownPanel query={query} {...view.breakdown} />
      <Panel title={t('rule.title')}>
        <p>{t('rule.text')}</p>
      </Panel>
      <Freshness {...view.freshness} />
    </div>
  )
}

function CountryTiles({ view: { country, forwarded, withdrawn, reopened } }: { view: OversightView }) {
  const { t } = useTranslation('oversight')
  const names = ['received', 'open', 'answered', 'onTime', 'median'] as const
  return (
    <StatTiles
      label={t('whole.label')}
      tiles={[
        ...names.map((name) => ({ number: country[name].text, label: t(`figure.${name}`) })),
        { number: forwarded, label: t('whole.forwarded') },
        { number: withdrawn, label: t('whole.withdrawn') },
        { number: reopened, label: t('whole.reopened') },
      ]}
    />
  )
}

function Freshness({ lastEvent, provedAt, differences }: OversightView['freshness']) {
  const { t } = useTranslation('oversight')
  return (
    <Panel title={t('fresh.title')}>
      <DefinitionGrid
        facts={[
          { term: t('fresh.lastEvent'), description: lastEvent ?? t('fresh.never') },
          { term: t('fresh.provedAt'), description: provedAt ?? t('fresh.never') },
          { term: t('fresh.differences'), description: differences },
        ]}
      />
    </Panel>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { BarChart } from '#app/ui/charts/bar-chart.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { addressOf, type OversightQuery } from '../oversight-query.ts'
import type { OversightView } from '../oversight-view.server.ts'

type BreakdownPanelProps = { readonly query: OversightQuery } & OversightView['breakdown']

/** What the counts of a region, or of the whole country, are made of. What is hidden has no bar either. */
export function BreakdownPanel({ query, region, groups }: BreakdownPanelProps) {
  const { t } = useTranslation('oversight')
  return (
    <Panel
      id="parts"
      title={t('breakdown.title')}
      actions={region && <a href={paths.oversight(addressOf(query, { region: undefined }))}>{t('breakdown.all')}</a>}
    >
      <p>{region ?? t('breakdown.wholeCountry')}</p>
      <div className="grid-3">
        {groups.map(({ name, parts, total }) => (
          <BarChart
            key={name}
            level={3}
            title={t(`breakdown.${name}`)}
            description={t('breakdown.total', { total })}
            tableLabel={t('table.same')}
            columns={{ label: t('breakdown.part'), value: t('breakdown.appeals') }}
            bars={parts.map((part) => ({ label: part.name, value: part.value ?? 0, text: part.text }))}
          />
        ))}
      </div>
    </Panel>
  )
}

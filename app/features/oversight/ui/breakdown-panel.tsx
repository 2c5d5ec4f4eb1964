import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { addressOf, type OversightQuery } from '../oversight-query.ts'
import type { OversightView } from '../oversight-view.server.ts'

type BreakdownPanelProps = { readonly query: OversightQuery } & OversightView['breakdown']

/** What the counts of a region, or of the whole country, are made of. */
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
          <DataTable
            key={name}
            caption={t(`breakdown.${name}`)}
            dense
            rows={[...parts, { name: t('breakdown.total'), text: total }]}
            rowKey={(part) => part.name}
            columns={[
              { key: 'part', header: t('breakdown.part'), rowHeader: true, cell: (part) => part.name },
              { key: 'appeals', header: t('breakdown.appeals'), align: 'end', cell: (part) => part.text },
            ]}
          />
        ))}
      </div>
    </Panel>
  )
}

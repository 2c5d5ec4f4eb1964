import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { getRoutingCounts, SuggestionCount } from '../counts.queries.server.ts'
import { RoutingTabs } from './routing-tabs.tsx'

/** How often people confirmed what was suggested and how often they chose otherwise, and what the classifier is made of. */
export function CountsPage({ counts, model }: Awaited<ReturnType<typeof getRoutingCounts>>) {
  const { t } = useTranslation('routing')
  return (
    <div className="stack">
      <RoutingTabs current="counts" />
      <PageHeading title={t('counts.title')} lead={t('counts.lead')} />
      <DataTable
        caption={t('counts.title')}
        captionHidden
        columns={useCountColumns()}
        rows={[...counts]}
        rowKey={({ key }) => key}
        empty={<EmptyState title={t('counts.empty')} />}
      />
      <Panel title={t('model.title')}>
        {model ? (
          <SummaryList
            items={[
              { term: t('model.trainedAt'), description: model.trainedAt },
              { term: t('model.appeals'), description: String(model.appeals) },
              { term: t('model.samples'), description: String(model.samples) },
            ]}
          />
        ) : (
          <p>{t('model.none')}</p>
        )}
        <p>{t('model.hint')}</p>
      </Panel>
    </div>
  )
}

function useCountColumns(): Column<SuggestionCount>[] {
  const { t } = useTranslation('routing')
  const number = (key: 'shown' | 'confirmed' | 'overridden'): Column<SuggestionCount> => ({
    key,
    header: t(`counts.${key}`),
    align: 'end',
    width: 'min',
    cell: (row) => <span className="tabular">{row[key]}</span>,
  })
  return [
    {
      key: 'category',
      header: t('counts.category'),
      rowHeader: true,
      width: 'wide',
      cell: ({ category }) => category || t('counts.noCategory'),
    },
    { key: 'about', header: t('counts.about'), cell: ({ about }) => t(`counts.of.${about}`) },
    { key: 'source', header: t('counts.source'), cell: ({ source }) => t(`source.${source}`) },
    number('shown'),
    number('confirmed'),
    number('overridden'),
  ]
}

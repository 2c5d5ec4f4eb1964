import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatTiles } from '#app/ui/stat-tiles.tsx'
import type { MovePreview } from '../preview-moves.queries.server.ts'

interface MovePreviewPanelProps {
  readonly preview: MovePreview
  readonly nextHref: string | undefined
}

/** Which due dates a change of the calendar would move, before it does. */
export function MovePreviewPanel({ preview: { counts, rows }, nextHref }: MovePreviewPanelProps) {
  const { t } = useTranslation('calendars')
  return (
    <Panel title={t('change.preview')}>
      <StatTiles
        label={t('change.preview')}
        tiles={(['open', 'later', 'earlier', 'other'] as const).map((count) => ({
          number: String(counts[count]),
          label: t(`change.${count}`),
        }))}
      />
      {counts.unexplained > 0 ? <p>{t('change.unexplained', { number: counts.unexplained })}</p> : null}
      <DataTable
        caption={t('change.preview')}
        captionHidden
        dense
        rows={[...rows]}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', header: t('change.number'), rowHeader: true, cell: (row) => row.number },
          { key: 'from', header: t('change.from'), cell: (row) => row.from },
          { key: 'to', header: t('change.to'), cell: (row) => row.to },
          { key: 'shares', header: t('change.shares'), align: 'end', cell: (row) => String(row.shares) },
        ]}
        empty={<EmptyState title={t('change.nobody')} />}
      />
      <Pagination
        nextHref={nextHref}
        labels={{ nav: t('change.nav'), previous: t('change.next'), next: t('change.next') }}
      />
    </Panel>
  )
}

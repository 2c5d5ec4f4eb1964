import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/core/i18n/format.ts'
import { paths } from '#app/core/paths.ts'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { WorklistItem, WorklistPage as Page } from '../worklist.queries.server.ts'
import { toneOf } from './status-tone.ts'

/** Open appeals, the most urgent first. */
export function WorklistPage({ page, isFirst }: { page: Page; isFirst: boolean }) {
  const { t } = useTranslation('appeals')
  const columns: Column<WorklistItem>[] = [
    {
      key: 'number',
      header: t('worklist.number'),
      width: 'min',
      rowHeader: true,
      cell: (item) => (
        <a href={paths.appeal(item.id)} className="nowrap tabular">
          {item.number}
        </a>
      ),
    },
    { key: 'applicant', header: t('worklist.applicant'), cell: (item) => item.applicant },
    { key: 'agency', header: t('worklist.agency'), cell: (item) => item.agencies.join(', ') || '—' },
    { key: 'language', header: t('worklist.language'), width: 'min', cell: (item) => t(`language.${item.language}`) },
    {
      key: 'registered',
      header: t('worklist.registered'),
      width: 'min',
      cell: (item) => <span className="tabular">{formatDay(item.registeredOn)}</span>,
    },
    {
      key: 'due',
      header: t('worklist.due'),
      width: 'min',
      cell: (item) => <span className="tabular">{formatDay(item.dueOn)}</span>,
    },
    {
      key: 'status',
      header: t('worklist.status'),
      width: 'min',
      cell: (item) =>
        item.overdue ? (
          <StatusTag tone="danger" text={t('status.overdue')} />
        ) : (
          <StatusTag tone={toneOf(item.status)} text={t(`status.${item.status}`)} />
        ),
    },
  ]
  return (
    <div className="stack">
      <PageHeading title={t('worklist.title')} lead={t('worklist.lead')} />
      <DataTable
        caption={t('worklist.title')}
        captionHidden
        columns={columns}
        rows={[...page.items]}
        rowKey={(item) => item.id}
        rowTone={(item) => (item.overdue ? 'danger' : undefined)}
        empty={<EmptyState title={t('worklist.empty')}>{t('worklist.emptyHint')}</EmptyState>}
      />
      <Pagination
        previousHref={isFirst ? undefined : paths.worklist()}
        nextHref={page.next && paths.worklist(page.next)}
        labels={{ nav: t('worklist.pages'), previous: t('worklist.first'), next: t('worklist.next') }}
      />
    </div>
  )
}

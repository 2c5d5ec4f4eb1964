import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { CureList } from '../cures.queries.server.ts'

interface CuresPageProps {
  readonly list: CureList
  /** Whether it is not the first page. */
  readonly further: boolean
}

/** What persons were asked for; what nobody brought in time stands on top and says so. */
export function CuresPage({ list, further }: CuresPageProps) {
  const { t } = useTranslation('cures')
  const { t: appeals } = useTranslation('appeals')
  return (
    <div className="stack">
      <PageHeading
        title={t('list.title')}
        lead={t('list.lead')}
        back={{ href: paths.registrations(), label: t('list.back') }}
      />
      <DataTable
        caption={t('list.title')}
        captionHidden
        rows={list.rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.uncured ? 'danger' : undefined)}
        empty={<EmptyState title={t('list.empty')} />}
        columns={[
          {
            key: 'number',
            header: appeals('worklist.number'),
            width: 'min',
            rowHeader: true,
            cell: (row) => (
              <a href={paths.appeal(row.appealId)} className="nowrap tabular">
                {row.number}
              </a>
            ),
          },
          {
            key: 'matter',
            header: appeals('worklist.matter'),
            width: 'wide',
            cell: (row) => <span lang={row.language}>{row.excerpt}</span>,
          },
          {
            key: 'missing',
            header: t('desk.missing'),
            cell: (row) => row.missing.map((field) => t(`missing.${field}`)).join('; '),
          },
          { key: 'due', header: t('history.until'), width: 'min', cell: (row) => row.dueOn },
          {
            key: 'stand',
            header: appeals('worklist.status'),
            width: 'min',
            cell: (row) => (
              <StatusTag
                tone={row.uncured ? 'danger' : 'info'}
                text={row.uncured ? t('stand.uncured') : t('stand.open')}
              />
            ),
          },
        ]}
      />
      <Pagination
        labels={{
          nav: appeals('worklist.pages'),
          previous: appeals('worklist.first'),
          next: appeals('worklist.next'),
        }}
        previousHref={further ? paths.cures() : undefined}
        nextHref={list.next ? paths.cures(list.next) : undefined}
      />
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { RegistrationList } from '../registrations.queries.server.ts'

interface RegistrationsPageProps {
  readonly list: RegistrationList
  /** Whether it is not the first page. */
  readonly further: boolean
}

/** What was registered by hand: for who sits at the counter their own, for the control unit everybody's. */
export function RegistrationsPage({ list, further }: RegistrationsPageProps) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  return (
    <div className="stack">
      <PageHeading
        title={t('list.title')}
        lead={list.ofAll ? t('list.leadAll') : t('list.leadOwn')}
        actions={
          <>
            {list.ofAll ? (
              <ButtonLink href={paths.cures()} variant="secondary">
                {t('list.cures')}
              </ButtonLink>
            ) : null}
            <ButtonLink href={paths.registerAppeal()}>{t('list.new')}</ButtonLink>
          </>
        }
      />
      <DataTable
        caption={t('list.title')}
        captionHidden
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('list.empty')} />}
        columns={[
          {
            key: 'number',
            header: appeals('worklist.number'),
            width: 'min',
            rowHeader: true,
            cell: (row) => (
              <a href={paths.registration(row.id)} className="nowrap tabular">
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
          { key: 'channel', header: appeals('intake.label'), cell: (row) => appeals(`intake.${row.channel}`) },
          { key: 'received', header: appeals('receipt.receivedAt'), width: 'min', cell: (row) => row.receivedAt },
          {
            key: 'registered',
            header: appeals('receipt.registeredOn'),
            width: 'min',
            cell: (row) => row.registeredOn,
          },
          ...(list.ofAll
            ? [
                {
                  key: 'by',
                  header: appeals('receipt.receivedBy'),
                  cell: (row: RegistrationList['rows'][number]) => row.by,
                },
              ]
            : []),
        ]}
      />
      <Pagination
        labels={{
          nav: appeals('worklist.pages'),
          previous: appeals('worklist.first'),
          next: appeals('worklist.next'),
        }}
        previousHref={further ? paths.registrations() : undefined}
        nextHref={list.next ? paths.registrations(list.next) : undefined}
      />
    </div>
  )
}

import { PostForm } from '#app/core/http/post-form.tsx'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { QueueRow } from '../hall-queue.queries.server.ts'

interface QueueTableProps {
  readonly rows: readonly QueueRow[]
  readonly services: readonly { readonly id: string; readonly name: string; readonly promiseMinutes: number }[]
  readonly hallId: string
}

/** Everybody in the hall: who sits where, who waits in which place and why there, who is away; late ones say so. */
export function QueueTable({ rows, services, hallId }: QueueTableProps) {
  const { t } = useTranslation('visits')
  const service = (row: QueueRow) => services.find(({ id }) => id === row.serviceId)
  const isLate = (row: QueueRow) => row.place !== null && row.minutes > (service(row)?.promiseMinutes ?? Infinity)
  return (
    <DataTable
      caption={t('queue.title')}
      captionHidden
      dense
      rows={[...rows]}
      rowKey={(row) => row.id}
      rowTone={(row) => (isLate(row) ? 'danger' : undefined)}
      empty={<p className="muted">{t('queue.empty')}</p>}
      columns={[
        {
          key: 'ticket',
          header: t('queue.ticket'),
          rowHeader: true,
          width: 'min',
          cell: (row) => (
            <a href={paths.slip(hallId, row.visitId)} className="tabular">
              {row.label}
            </a>
          ),
        },
        { key: 'service', header: t('queue.service'), width: 'wide', cell: (row) => service(row)?.name ?? '' },
        { key: 'language', header: t('queue.language'), width: 'min', cell: (row) => t(`language.${row.language}`) },
        {
          key: 'state',
          header: t('queue.state'),
          cell: (row) =>
            isLate(row) ? (
              <StatusTag tone="danger" text={t('queue.late')} />
            ) : (
              <span>{row.away ? t('state.away') : t(`state.${row.status}`)}</span>
            ),
        },
        {
          key: 'place',
          header: t('queue.place'),
          width: 'min',
          cell: (row) =>
            row.place === null
              ? (row.desk ?? '–')
              : `${row.place}${row.reason ? ` · ${t(`reason.${row.reason}`)}` : ''}`,
        },
        {
          key: 'minutes',
          header: t('queue.minutes'),
          width: 'min',
          align: 'end',
          cell: (row) => <span className="tabular">{row.minutes}</span>,
        },
        {
          key: 'act',
          header: t('queue.act'),
          headerHidden: true,
          width: 'min',
          cell: (row) =>
            row.status === 'waiting' ? (
              <PostForm intent={row.away ? 'comeBack' : 'withdraw'}>
                <HiddenFields values={{ ticketId: row.id, version: String(row.version) }} />
                <Button variant="quiet" small about={row.label}>
                  {row.away ? t('act.comeBack') : t('act.withdraw')}
                </Button>
              </PostForm>
            ) : null,
        },
      ]}
    />
  )
}

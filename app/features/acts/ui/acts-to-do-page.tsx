import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ActsToDo } from '../acts.queries.server.ts'
import { noticeTone, toneOf } from './act-tone.ts'

/** What heads and dispatchers have to do with acts: sign them, and see that the person is told. */
export function ActsToDoPage({ acts: { waiting, untold, isCapped } }: { acts: ActsToDo }) {
  const { t } = useTranslation('acts')
  return (
    <div className="stack">
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      {isCapped ? <Banner title={t('list.more')} /> : null}
      <Panel title={t('list.notice')}>
        <DataTable
          caption={t('list.notice')}
          captionHidden
          rows={untold}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.state === 'due' ? undefined : 'danger')}
          empty={<p className="muted">{t('list.noticeNone')}</p>}
          columns={[
            {
              key: 'act',
              header: t('list.act'),
              rowHeader: true,
              cell: (row) => <a href={paths.act(row.appealId, row.id)}>{row.act}</a>,
            },
            { key: 'kind', header: t('field.kind'), cell: (row) => t(`kind.${row.kind}`) },
            { key: 'noticeBy', header: t('list.noticeBy'), cell: (row) => row.noticeBy },
            {
              key: 'state',
              header: t('list.state'),
              cell: (row) => <StatusTag tone={noticeTone[row.state]} text={t(`notice.${row.state}`)} />,
            },
          ]}
        />
      </Panel>
      <Panel title={t('list.waiting')}>
        <DataTable
          caption={t('list.waiting')}
          captionHidden
          rows={waiting}
          rowKey={(row) => row.id}
          empty={<p className="muted">{t('list.waitingNone')}</p>}
          columns={[
            {
              key: 'kind',
              header: t('list.act'),
              rowHeader: true,
              cell: (row) => <a href={paths.act(row.appealId, row.id)}>{t(`kind.${row.kind}`)}</a>,
            },
            { key: 'appeal', header: t('list.appeal'), cell: (row) => row.number },
            {
              key: 'state',
              header: t('list.state'),
              cell: (row) => <StatusTag tone={toneOf[row.status]} text={t(`status.${row.status}`)} />,
            },
            { key: 'by', header: t('list.by'), cell: (row) => row.by },
            { key: 'at', header: t('list.since'), cell: (row) => row.at },
          ]}
        />
      </Panel>
    </div>
  )
}

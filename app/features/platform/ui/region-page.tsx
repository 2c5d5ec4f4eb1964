import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { RegionState } from '../console.queries.server.ts'
import { RegionTags } from './region-tags.tsx'
import { SuspensionPanel } from './suspension-panel.tsx'

/** One region: how it is, and what the operator may do about it. */
export function RegionStatePage({ region, children }: { region: RegionState; children?: ReactNode }) {
  const { t } = useTranslation('platform')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading
        caption={region.slug}
        title={region.name}
        back={{ href: paths.regions(), label: t('regions.title') }}
      />
      <Panel title={t('console.how')}>
        <Vitals region={region} />
      </Panel>
      <SuspensionPanel region={region} />
      {children}
      {region.status === 'archived' ? null : (
        <Panel title={t('regions.administrator')}>
          <p>
            <a href={paths.resetAdministrator(region.slug)}>{t('regions.help')}</a>
          </p>
        </Panel>
      )}
      {region.suspensions.length > 0 ? (
        <Panel title={t('suspend.past')}>
          <DataTable
            caption={t('suspend.past')}
            captionHidden
            rows={region.suspensions}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'from',
                header: t('suspend.from'),
                rowHeader: true,
                cell: (row) => `${row.suspendedAt} · ${row.suspendedBy}`,
              },
              {
                key: 'to',
                header: t('suspend.to'),
                cell: (row) => (row.resumedAt ? `${row.resumedAt} · ${row.resumedBy}` : '—'),
              },
              { key: 'reason', header: t('suspend.reason'), width: 'wide', cell: (row) => row.reason },
            ]}
          />
        </Panel>
      ) : null}
    </div>
  )
}

function Vitals({ region }: { region: RegionState }) {
  const { t } = useTranslation('platform')
  const { t: archives } = useTranslation('archives')
  const since = (count: number | null, oldest: string | null) =>
    count === null
      ? '—'
      : count > 0 && oldest
        ? t('console.since', { count: String(count), at: oldest })
        : String(count)
  const plain = (text: string | number | null) => (text === null ? '—' : String(text))
  return (
    <SummaryList
      items={[
        { term: t('regions.status'), description: <RegionTags region={region} /> },
        {
          term: t('setup.addresses'),
          description: (
            <ul>
              {region.addresses.map((address) => (
                <li key={address}>
                  <a href={address}>{address}</a>
                </li>
              ))}
            </ul>
          ),
        },
        { term: t('regions.pack'), description: region.pack },
        { term: t('regions.created'), description: region.addedOn },
        {
          term: t('console.version'),
          description: region.stepsBehind
            ? t('console.behindBy', { step: plain(region.step), number: region.stepsBehind })
            : plain(region.step),
        },
        { term: t('console.schema'), description: plain(region.size) },
        { term: t('console.files'), description: plain(region.fileSize) },
        { term: t('console.events'), description: since(region.waitingEvents, region.oldestEventAt) },
        { term: t('console.jobs'), description: since(region.waitingJobs, region.oldestJobAt) },
        { term: t('console.lost'), description: plain(region.lostJobs) },
        { term: t('console.notices'), description: plain(region.failedNotices) },
        { term: archives('lastBackup'), description: plain(region.archivedAt) },
        { term: t('console.taken'), description: plain(region.takenAt) },
      ]}
    />
  )
}

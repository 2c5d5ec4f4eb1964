import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TabLinks } from '#app/ui/tab-links.tsx'
import type { Done } from '../done.ts'
import { addressOf, isNarrowed } from '../worklist.ts'
import type { Worklist, WorklistItem } from '../worklist-page.queries.server.ts'
import { AssignSelectedForm } from './assign-selected-form.tsx'
import { DeskHome, shownCount } from './desk-home.tsx'
import { DoneNotice } from './done-notice.tsx'
import { toneOf } from './status-tone.ts'
import { WorklistFilters } from './worklist-filters.tsx'
import { WorklistKeys } from './worklist-keys.tsx'

interface WorklistPageProps {
  readonly list: Worklist
  /** How many of several were assigned just now. */
  readonly assigned: string | null
  readonly done: { readonly act: Done; readonly id: string; readonly number: string } | undefined
}

/** Appeals at work: what waits for this person, and every list that can be made of the rest. */
export function WorklistPage({ list, assigned, done }: WorklistPageProps) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { query, items, counts } = list
  const { summary } = useFormState('assign')
  const selects = list.canAssign && query.view === 'todo' && items.length > 0
  const counted = { todo: counts.todo, open: counts.open, overdue: counts.overdue, closed: undefined, all: undefined }
  return (
    <div className="stack" data-worklist="">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <DoneNotice done={done} />
      {assigned && /^\d{1,2}$/.test(assigned) ? <Notification text={t('selected.done', { number: assigned })} /> : null}
      <PageHeading title={t('worklist.title')} actions={<WorklistKeys selects={selects} />} />
      {list.isHome ? <DeskHome list={list} /> : null}
      <TabLinks
        label={t('worklist.views')}
        tabs={list.views.map((view) => ({
          href: paths.worklist(addressOf(query, { view })),
          label: t(`view.${view}`),
          count: list.isHome ? undefined : shownCount(counted[view]),
          current: view === query.view,
        }))}
      />
      <WorklistFilters list={list} />
      {list.capped ? <Banner title={t('worklist.capped')}>{t('worklist.cappedHint')}</Banner> : null}
      <DataTable
        caption={t(`view.${query.view}`)}
        captionHidden
        dense
        stickyHeader
        columns={useColumns(list)}
        rows={[...items]}
        select={
          selects
            ? { name: 'appeal', form: 'selected', header: t('selected.header'), label: (item) => item.number }
            : undefined
        }
        rowKey={(item) => item.id}
        rowTone={(item) => (item.overdue ? 'danger' : undefined)}
        empty={
          isNarrowed(query) ? (
            <EmptyState title={t('worklist.nothingFound')}>{t('worklist.nothingFoundHint')}</EmptyState>
          ) : (
            <EmptyState title={t(`empty.${query.view}`)}>{t('worklist.emptyHint')}</EmptyState>
          )
        }
      />
      {selects ? (
        <AssignSelectedForm id="selected" agencies={list.agencies.filter(({ level }) => level === 'local')} />
      ) : null}
      <Pagination
        previousHref={query.after ? paths.worklist(addressOf(query)) : undefined}
        nextHref={list.next && paths.worklist(addressOf(query, { after: list.next }))}
        labels={{ nav: t('worklist.pages'), previous: t('worklist.first'), next: t('worklist.next') }}
      />
    </div>
  )
}

function useColumns(list: Worklist): Column<WorklistItem>[] {
  const { t } = useTranslation('appeals')
  const from = new URLSearchParams(addressOf(list.query, { after: list.query.after })).toString()
  return [
    {
      key: 'number',
      header: t('worklist.number'),
      width: 'min',
      rowHeader: true,
      cell: (item) => (
        <a href={paths.appeal(item.id, { from, at: item.key })} className="nowrap tabular">
          {item.number}
        </a>
      ),
    },
    {
      key: 'matter',
      header: t('worklist.matter'),
      width: 'wide',
      cell: (item) => (
        <>
          <div className="muted small">
            {[item.category, t(`language.${item.language}`)].filter(Boolean).join(' · ')}
          </div>
          <div lang={item.language}>{item.excerpt}</div>
        </>
      ),
    },
    { key: 'applicant', header: t('worklist.applicant'), cell: (item) => item.applicant },
    ...(list.seesAll
      ? [
          {
            key: 'agency',
            header: t('worklist.agency'),
            cell: (item: WorklistItem) => item.agencies.join(', ') || '—',
          },
        ]
      : []),
    { key: 'due', header: t('worklist.due'), width: 'min', cell: (item) => <DueCell item={item} /> },
    {
      key: 'status',
      header: t('worklist.status'),
      width: 'min',
      cell: (item) => <StatusTag tone={toneOf(item.status)} text={t(`status.${item.status}`)} />,
    },
  ]
}

/** The due date, and how far it is, in words; what is overdue is the one thing that shouts. */
function DueCell({ item }: { item: WorklistItem }) {
  const { t } = useTranslation('appeals')
  const { daysLeft, overdue, status, dueOn } = item
  const isClosed = status === 'answered' || status === 'withdrawn'
  const words =
    daysLeft === 0 ? t('left.today') : daysLeft === 1 ? t('left.tomorrow') : t('left.days', { count: daysLeft })
  return (
    <>
      <div className="tabular nowrap">{formatDay(dueOn)}</div>
      {overdue ? (
        <StatusTag tone="danger" text={daysLeft < 0 ? t('left.overdue', { count: -daysLeft }) : t('status.overdue')} />
      ) : isClosed ? null : (
        <div className="muted small">{words}</div>
      )}
    </>
  )
}

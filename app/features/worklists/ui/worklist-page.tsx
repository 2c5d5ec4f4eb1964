import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TabLinks } from '#app/ui/tab-links.tsx'
import { addressOf, isNarrowed } from '../worklist.ts'
import type { Worklist } from '../worklist-page.queries.server.ts'
import { DeskHome, shownCount } from './desk-home.tsx'
import { ListNews } from './list-news.tsx'
import { SavedViews, SaveViewForms } from './saved-views.tsx'
import { SelectedForm } from './selected-form.tsx'
import { WorklistExport } from './worklist-export.tsx'
import { WorklistFilters } from './worklist-filters.tsx'
import { WorklistKeys } from './worklist-keys.tsx'
import { useHeads, useRows } from './worklist-rows.tsx'
import { WorklistTable } from './worklist-table.tsx'

interface WorklistPageProps {
  readonly list: Worklist
  /** How many of several were assigned just now. */
  readonly assigned: string | null
  /** What was done just now, in words. */
  readonly done: ReactNode
}

/** Appeals at work: what waits for this person, and every list that can be made of the rest. */
export function WorklistPage({ list, assigned, done }: WorklistPageProps) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { query, items, counts } = list
  const selects = (list.assigns || list.templates.length > 0) && items.length > 0
  const counted = { todo: counts.todo, open: counts.open, overdue: counts.overdue, closed: undefined, all: undefined }
  return (
    <div className="stack" data-worklist="">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      {done}
      {assigned && /^\d{1,2}$/.test(assigned) ? <Notification text={t('selected.done', { number: assigned })} /> : null}
      <PageHeading title={t('worklist.title')} actions={<WorklistKeys selects={selects} />} />
      {list.isHome ? <DeskHome list={list} /> : null}
      <TabLinks
        label={t('worklist.views')}
        tabs={list.views.map((view) => ({
          href: paths.worklist(addressOf(query, { view, saved: undefined })),
          label: t(`view.${view}`),
          count: list.isHome ? undefined : shownCount(counted[view]),
          current: view === query.view,
        }))}
      />
      <SavedViews list={list} />
      <WorklistFilters list={list} />
      <SaveViewForms list={list} />
      <SearchNotice list={list} />
      <WorklistTable
        caption={t(`view.${query.view}`)}
        columns={list.columns}
        heads={useHeads(list)}
        rows={useRows(list)}
        select={
          selects
            ? { name: 'appeal', form: 'selected', header: t('selected.header'), label: (row) => row.number }
            : undefined
        }
        empty={<Empty list={list} />}
      />
      {selects ? <SelectedForm id="selected" list={list} /> : null}
      <Pagination
        previousHref={query.after ? paths.worklist(addressOf(query)) : undefined}
        nextHref={list.next && paths.worklist(addressOf(query, { after: list.next }))}
        labels={{ nav: t('worklist.pages'), previous: t('worklist.first'), next: t('worklist.next') }}
      />
      {items.length > 0 ? <WorklistExport query={query} /> : null}
      <ListNews list={list} />
    </div>
  )
}

/** What to know of a search before its hits: that it looked at the newest alone, or for other words than were typed. */
function SearchNotice({ list: { query, capped, meant } }: { list: Worklist }) {
  const { t } = useTranslation('appeals')
  const { t: own } = useTranslation('worklists')
  return (
    <>
      {meant === undefined ? null : (
        <Banner title={own('search.meant', { meant })}>
          <p>
            {own('search.nothingFor', { typed: query.q })}{' '}
            <a href={paths.worklist(addressOf(query, { exact: 'yes' }))}>{own('search.exactly')}</a>
          </p>
        </Banner>
      )}
      {capped ? <Banner title={t('worklist.capped')}>{t('worklist.cappedHint')}</Banner> : null}
    </>
  )
}

function Empty({ list: { query, tooWide } }: { list: Worklist }) {
  const { t } = useTranslation('appeals')
  const { t: own } = useTranslation('worklists')
  if (tooWide) return <EmptyState title={own('tooWide.title')}>{own('tooWide.hint')}</EmptyState>
  if (isNarrowed(query))
    return <EmptyState title={t('worklist.nothingFound')}>{t('worklist.nothingFoundHint')}</EmptyState>
  return <EmptyState title={t(`empty.${query.view}`)}>{t('worklist.emptyHint')}</EmptyState>
}

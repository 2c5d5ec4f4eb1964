import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TabLinks } from '#app/ui/tab-links.tsx'
import { addressOf, isNarrowed } from '../worklist.ts'
import type { Worklist, WorklistItem } from '../worklist-page.queries.server.ts'
import { AssignSelectedForm } from './assign-selected-form.tsx'
import { DeskHome, shownCount } from './desk-home.tsx'
import { WorklistFilters } from './worklist-filters.tsx'
import { WorklistKeys } from './worklist-keys.tsx'
import { WorklistTable, type WorklistTableRow } from './worklist-table.tsx'

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
  const { summary } = useFormState('assign')
  const selects = list.canAssign && query.view === 'todo' && items.length > 0
  const counted = { todo: counts.todo, open: counts.open, overdue: counts.overdue, closed: undefined, all: undefined }
  return (
    <div className="stack" data-worklist="">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      {done}
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
      <WorklistTable
        caption={t(`view.${query.view}`)}
        headers={{
          number: t('worklist.number'),
          matter: t('worklist.matter'),
          applicant: t('worklist.applicant'),
          agency: list.seesAll ? t('worklist.agency') : undefined,
          due: t('worklist.due'),
          status: t('worklist.status'),
        }}
        rows={useRows(list)}
        select={
          selects
            ? { name: 'appeal', form: 'selected', header: t('selected.header'), label: (row) => row.number }
            : undefined
        }
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

/** The appeals of the page in words. */
function useRows(list: Worklist): WorklistTableRow[] {
  const { t } = useTranslation('appeals')
  const from = new URLSearchParams(addressOf(list.query, { after: list.query.after })).toString()
  // Most rows of a page have the same few days left.
  const days = new Map<number, string>()
  const leftOf = ({ daysLeft, overdue, status }: WorklistItem): string => {
    if (overdue) return daysLeft < 0 ? t('left.overdue', { count: -daysLeft }) : t('status.overdue')
    if (status === 'answered' || status === 'withdrawn') return ''
    if (daysLeft < 2) return daysLeft === 0 ? t('left.today') : t('left.tomorrow')
    const said = days.get(daysLeft) ?? t('left.days', { count: daysLeft })
    days.set(daysLeft, said)
    return said
  }
  return list.items.map((item) => ({
    id: item.id,
    href: paths.appeal(item.id, { from, at: item.key }),
    number: item.number,
    kind: [item.category, t(`language.${item.language}`)].filter(Boolean).join(' · '),
    language: item.language,
    excerpt: item.excerpt,
    applicant: item.applicant,
    agencies: item.agencies.join(', ') || '—',
    dueDay: formatDay(item.dueOn),
    left: leftOf(item),
    overdue: item.overdue,
    status: t(`status.${item.status}`),
    statusTone: item.tone,
  }))
}

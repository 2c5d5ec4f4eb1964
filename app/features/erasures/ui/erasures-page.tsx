import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import type { Erasures } from '../erasures.queries.server.ts'
import { PersonPanel } from './person-panel.tsx'

interface ErasuresPageProps {
  readonly erasures: Erasures
  readonly done: boolean
  /** A legal hold stood against the request, which was noted. */
  readonly held: boolean
}

/** Where the administrator empties what is kept of a person, and sees whom it was done for. */
export function ErasuresPage({ erasures: { typed, people, past, refused }, done, held }: ErasuresPageProps) {
  const { t } = useTranslation('erasures')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      {done ? (
        <Banner tone="success" title={t('done.title')}>
          {t('done.what')}
        </Banner>
      ) : null}
      {held ? (
        <Banner tone="warning" title={t('held.noted')}>
          {t('held.notedWhat')}
        </Banner>
      ) : null}
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel>
        <form method="get" action={paths.erasures()} className="stack">
          <SearchField
            name="number"
            label={t('find.number')}
            hint={t('find.hint')}
            button={t('find.button')}
            defaultValue={typed}
          />
        </form>
      </Panel>
      {people.map((person) => (
        <PersonPanel key={person.applicantId} person={person} />
      ))}
      {people.length === 0 && typed ? <Banner tone="warning" title={t('find.none')} /> : null}
      <PastPanel title={t('past.title')} none={t('past.none')} by={t('past.by')} rows={past} />
      {refused.length > 0 ? <PastPanel title={t('held.past')} by={t('held.by')} rows={refused} /> : null}
    </div>
  )
}

interface PastPanelProps {
  readonly title: string
  readonly none?: string
  readonly by: string
  readonly rows: Erasures['past']
}

function PastPanel({ title, none, by, rows }: PastPanelProps) {
  const { t } = useTranslation('erasures')
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="muted">{none}</p>}
        columns={[
          { key: 'number', header: t('past.number'), rowHeader: true, cell: (row) => row.number },
          { key: 'ground', header: t('ground.title'), cell: (row) => t(`ground.${row.ground}`) },
          { key: 'paper', header: t('paper.label'), cell: (row) => row.paper },
          { key: 'by', header: by, cell: (row) => row.by },
          { key: 'when', header: t('past.when'), cell: (row) => row.when },
        ]}
      />
    </Panel>
  )
}

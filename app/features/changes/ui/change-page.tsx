import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { getChange } from '../history.queries.server.ts'
import { pathOfSubject } from '../history.ts'

interface ChangePageProps {
  readonly change: Awaited<ReturnType<typeof getChange>>
  readonly submissionKey: string
}

/** One change: who made it, what it touched, and the way to take it back. */
export function ChangePage({ change, submissionKey }: ChangePageProps) {
  const { t } = useTranslation('changes')
  const { t: common } = useTranslation('common')
  const { summary } = useFormState()
  const { kind, id, gone } = change.subject
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        title={t('change.title')}
        back={{ href: pathOfSubject(kind, id, undefined, gone), label: t('change.back') }}
      />
      <Panel>
        <SummaryList
          items={[
            { term: t('change.what'), description: t(`verb.${change.verb}`) },
            { term: t('history.who'), description: change.who },
            { term: t('change.when'), description: change.at },
            { term: t('history.fields'), description: change.fields.map((field) => t(`field.${field}`)).join(', ') },
          ]}
        />
        {change.values.length > 0 ? (
          <DataTable
            caption={t('change.values')}
            rows={change.values.map((value, at) => ({ ...value, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              { key: 'field', header: t('change.field'), rowHeader: true, cell: ({ field }) => t(`field.${field}`) },
              { key: 'before', header: t('change.before'), cell: ({ before }) => before || t('change.nothing') },
              { key: 'after', header: t('change.after'), cell: ({ after }) => after || t('change.nothing') },
            ]}
          />
        ) : null}
        {change.undone ? (
          <p>{t('change.undone')}</p>
        ) : (
          <PostForm>
            <HiddenFields values={{ submissionKey }} />
            <Button variant="secondary">{t('act.undo')}</Button>
          </PostForm>
        )}
      </Panel>
    </div>
  )
}

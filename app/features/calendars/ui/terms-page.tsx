import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { termKinds } from '../term-kinds.ts'
import type { ShownTerm } from '../terms.queries.server.ts'

interface TermsPageProps {
  readonly terms: readonly ShownTerm[]
  readonly submissionKey: string
}

const tones = { past: 'neutral', current: 'good', planned: 'info' } as const

/** How long each kind of appeal may take, since when and from when on. */
export function TermsPage({ terms, submissionKey }: TermsPageProps) {
  const { t } = useTranslation('calendars')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading title={t('terms.title')} lead={t('terms.lead')} />
      <DataTable
        caption={t('terms.title')}
        captionHidden
        rows={[...terms]}
        rowKey={(term) => `${term.kind} ${term.iso}`}
        columns={[
          { key: 'kind', header: t('terms.kind'), rowHeader: true, cell: (term) => t(`termKind.${term.kind}`) },
          {
            key: 'days',
            header: t('terms.days'),
            align: 'end',
            width: 'min',
            cell: (term) => String(term.workingDays),
          },
          { key: 'from', header: t('terms.from'), width: 'min', cell: (term) => term.from },
          {
            key: 'who',
            header: t('terms.who'),
            cell: (term) => (term.who ? `${term.who}, ${term.at}` : t('terms.shipped')),
          },
          {
            key: 'state',
            header: t('versions.state'),
            width: 'min',
            cell: (term) => (
              <div className="cluster">
                <StatusTag tone={tones[term.state]} text={t(`terms.${term.state}`)} />
                {term.state === 'planned' ? (
                  <PostForm intent="drop">
                    <HiddenFields values={{ submissionKey, termKind: term.kind, appliesFrom: term.iso }} />
                    <Button variant="quiet" small about={`${t(`termKind.${term.kind}`)} ${term.from}`}>
                      {t('terms.drop')}
                    </Button>
                  </PostForm>
                ) : null}
              </div>
            ),
          },
        ]}
      />
      <AddTermForm submissionKey={submissionKey} />
    </div>
  )
}

function AddTermForm({ submissionKey }: Pick<TermsPageProps, 'submissionKey'>) {
  const { t } = useTranslation('calendars')
  const { value, error } = useFormState('add')
  return (
    <Panel title={t('terms.add')}>
      <PostForm intent="add" className="stack">
        <HiddenFields values={{ submissionKey }} />
        <SelectField
          name="termKind"
          label={t('terms.kind')}
          options={termKinds.map((kind) => ({ value: kind, label: t(`termKind.${kind}`) }))}
          defaultValue={value('termKind')}
          error={error('termKind')}
        />
        <TextField
          name="workingDays"
          label={t('terms.days')}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value('workingDays')}
          error={error('workingDays')}
        />
        <TextField
          name="appliesFrom"
          label={t('terms.from')}
          hint={t('terms.fromHint')}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value('appliesFrom')}
          error={error('appliesFrom')}
        />
        <div>
          <Button>{t('terms.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

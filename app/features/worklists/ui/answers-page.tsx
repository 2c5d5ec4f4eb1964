import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { AnsweredRow } from '../answer-selected.server.ts'
import type { AnswersOfMany } from '../answers-page.queries.server.ts'

interface AnswersPageProps {
  readonly title: string
  readonly answers: AnswersOfMany
  /** Once they were sent: what became of each. */
  readonly results: readonly AnsweredRow[] | undefined
}

/** Several appeals answered from one template: what goes out, what is still to be written, and then what became of each. */
export function AnswersPage({ title, answers, results }: AnswersPageProps) {
  const { t: common } = useTranslation('common')
  const { t } = useTranslation('worklists')
  const { summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={title} back={{ href: paths.worklist(), label: t('answers.back') }} />
      {results ? <Results results={results} /> : <Writing answers={answers} />}
    </div>
  )
}

function Results({ results }: { results: readonly AnsweredRow[] }) {
  const { t } = useTranslation('worklists')
  const { t: appeals } = useTranslation('appeals')
  const tones = { sent: 'good', kept: 'warn', left: 'neutral' } as const
  return (
    <DataTable
      caption={t('answers.results')}
      rows={[...results]}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'number',
          header: appeals('worklist.number'),
          width: 'min',
          rowHeader: true,
          cell: (row) => (
            <a href={paths.appeal(row.id)} className="nowrap tabular">
              {row.number}
            </a>
          ),
        },
        {
          key: 'became',
          header: t('answers.became'),
          cell: (row) => <StatusTag tone={tones[row.became]} text={t(`answers.${row.became}`)} />,
        },
        { key: 'reasons', header: t('answers.reasons'), width: 'wide', cell: (row) => row.reasons.join(' ') || '—' },
      ]}
    />
  )
}

function Writing({ answers: { ids, template, fields, outcomes, rows } }: { answers: AnswersOfMany }) {
  const { t } = useTranslation('worklists')
  const { t: appeals } = useTranslation('appeals')
  const { t: templates } = useTranslation('templates')
  const { value, error } = useFormState()
  if (rows.length === 0) return <EmptyState title={t('answers.none')}>{t('answers.noneHint')}</EmptyState>
  return (
    <>
      <DataTable
        caption={t('answers.selected')}
        rows={[...rows]}
        rowKey={(row) => row.id}
        dense
        columns={[
          {
            key: 'number',
            header: appeals('worklist.number'),
            width: 'min',
            rowHeader: true,
            cell: (row) => (
              <a href={paths.appeal(row.id)} className="nowrap tabular">
                {row.number}
              </a>
            ),
          },
          {
            key: 'matter',
            header: appeals('worklist.matter'),
            width: 'wide',
            cell: (row) => <div lang={row.language}>{row.excerpt}</div>,
          },
          { key: 'applicant', header: appeals('worklist.applicant'), cell: (row) => row.applicant },
          {
            key: 'language',
            header: appeals('worklist.language'),
            width: 'min',
            cell: (row) =>
              row.fits ? (
                appeals(`language.${row.language}`)
              ) : (
                <StatusTag tone="warn" text={`${appeals(`language.${row.language}`)}: ${t('answers.otherLanguage')}`} />
              ),
          },
        ]}
      />
      <Panel title={template.name}>
        <p className="pre-line" lang={template.language}>
          {template.text}
        </p>
      </Panel>
      <PostForm className="stack">
        <HiddenFields values={{ ids, templateId: template.id }} />
        <RadioGroup
          name="outcome"
          label={appeals('answer.outcome')}
          options={outcomes.map((outcome) => ({ value: outcome, label: appeals(`outcome.${outcome}`) }))}
          defaultValue={value('outcome')}
          error={error('outcome')}
        />
        {fields.map((field) => (
          <TextArea
            key={field}
            name={field}
            label={templates(`field.${field}`)}
            hint={t('answers.fieldHint')}
            lang={template.language}
            rows={field === 'measures' || field === 'reason' ? 4 : 1}
            defaultValue={value(field)}
            error={error(field)}
          />
        ))}
        <Checkbox
          name="similar"
          label={t('answers.similar')}
          hint={t('answers.similarHint')}
          defaultChecked={value('similar') !== undefined}
        />
        <div>
          <Button>{t('answers.send')}</Button>
        </div>
        <p className="muted">{t('answers.gate')}</p>
      </PostForm>
    </>
  )
}

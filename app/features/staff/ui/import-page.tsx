import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { importColumns } from '../import-staff.ts'
import type { JudgedLine } from '../import-staff.server.ts'

interface ImportStaffPageProps {
  readonly submissionKey: string
  /** What the list that was sent comes to; undefined before one was. */
  readonly judged: { readonly text: string; readonly lines: readonly JudgedLine[] } | undefined
}

/** Where a whole list of people is pasted or brought as a file, looked at line by line, and invited. */
export function ImportStaffPage({ submissionKey, judged }: ImportStaffPageProps) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation('common')
  const { value, error, summary } = useFormState('judge')
  const right = judged?.lines.filter(({ problems }) => problems.length === 0).length ?? 0
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        title={t('import.title')}
        lead={t('import.lead')}
        back={{ href: paths.staff(), label: t('list.title') }}
      />
      {judged ? (
        <>
          <Banner
            tone={right === judged.lines.length ? 'success' : 'warning'}
            title={t('import.counts', { right, wrong: judged.lines.length - right })}
          />
          {right > 0 ? (
            <PostForm intent="invite">
              <HiddenFields values={{ submissionKey, list: judged.text }} />
              <Button>{t('import.invite')}</Button>
            </PostForm>
          ) : null}
          <DataTable
            caption={t('import.report')}
            rows={[...judged.lines]}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: 'line', header: t('import.line'), width: 'min', cell: ({ line }) => String(line) },
              { key: 'name', header: t('list.name'), rowHeader: true, cell: ({ cells }) => cells.name },
              { key: 'email', header: t('list.email'), cell: ({ cells }) => cells.email },
              { key: 'role', header: t('list.role'), cell: ({ cells }) => cells.role },
              { key: 'agency', header: t('list.agency'), cell: ({ cells }) => cells.agency || '—' },
              {
                key: 'problems',
                header: t('import.outcome'),
                cell: ({ problems }) =>
                  problems.length === 0 ? (
                    <StatusTag tone="good" text={t('import.right')} />
                  ) : (
                    <ul>
                      {problems.map((problem) => (
                        <li key={problem}>{problem}</li>
                      ))}
                    </ul>
                  ),
              },
            ]}
            empty={null}
          />
        </>
      ) : null}
      <Panel title={t('import.listTitle')}>
        <PostForm intent="judge" files className="stack">
          <HiddenFields values={{ submissionKey }} />
          <p>{t('import.columns')}</p>
          <ol>
            {importColumns.map((column) => (
              <li key={column}>{t(`import.column.${column}`)}</li>
            ))}
          </ol>
          <TextArea
            name="list"
            label={t('import.list')}
            hint={t('import.listHint')}
            rows={8}
            defaultValue={value('list') ?? judged?.text}
            error={error('list')}
            spellCheck={false}
            autoComplete="off"
          />
          <FileField
            name="file"
            label={t('import.file')}
            hint={t('import.fileHint')}
            accept=".csv,.txt"
            error={error('file')}
          />
          <div>
            <Button variant={judged ? 'secondary' : undefined}>{t('import.judge')}</Button>
          </div>
        </PostForm>
      </Panel>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { registerColumns } from '../columns.ts'
import type { Registers } from '../imports.queries.server.ts'

interface RegistersPageProps {
  readonly registers: Registers
  readonly submissionKey: string
}

/** Where the register is given out as a file, and registers with numbers of e-Otinish are taken in. */
export function RegistersPage({ registers: { canImport, most, imports }, submissionKey }: RegistersPageProps) {
  const { t } = useTranslation('registers')
  const { t: common } = useTranslation('common')
  const { error, summary } = useFormState('take')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={t('page.title')} lead={t('page.lead')} />
      <Panel title={t('give.title')}>
        <form method="get" action={paths.registerFile({})} className="stack">
          <div className="grid-3">
            <TextField name="from" type="date" label={t('give.from')} hint={t('give.fromHint')} />
            <TextField name="until" type="date" label={t('give.until')} hint={t('give.untilHint')} />
            <SelectField
              name="format"
              label={t('give.format')}
              options={[
                { value: 'xlsx', label: t('give.xlsx') },
                { value: 'csv', label: t('give.csv') },
              ]}
            />
          </div>
          <div>
            <Button variant="secondary">{t('give.send')}</Button>
          </div>
        </form>
      </Panel>
      {canImport ? (
        <>
          <Panel title={t('take.title')}>
            <PostForm intent="take" files className="stack">
              <HiddenFields values={{ submissionKey }} />
              <FileField
                name="file"
                label={t('take.file')}
                hint={t('take.hint', { lines: most.lines, megabytes: most.megabytes })}
                accept=".csv,.xlsx"
                error={error('file')}
              />
              <Details summary={t('take.columns')}>
                <p>{t('take.columnsHint')}</p>
                <ul>
                  {registerColumns.map((column) => (
                    <li key={column}>{t(`column.${column}`)}</li>
                  ))}
                </ul>
              </Details>
              <div>
                <Button>{t('take.send')}</Button>
              </div>
            </PostForm>
          </Panel>
          <Panel title={t('past.title')}>
            <DataTable
              caption={t('past.title')}
              captionHidden
              rows={imports}
              rowKey={(row) => row.id}
              empty={<p className="muted">{t('past.none')}</p>}
              columns={[
                {
                  key: 'when',
                  header: t('past.when'),
                  rowHeader: true,
                  cell: (row) => <a href={paths.registerImport(row.id)}>{row.when}</a>,
                },
                { key: 'by', header: t('past.by'), cell: (row) => row.by },
                { key: 'lines', header: t('past.lines'), cell: (row) => row.lines },
                { key: 'state', header: t('past.state'), cell: (row) => t(`state.${row.state}`) },
              ]}
            />
          </Panel>
        </>
      ) : null}
    </div>
  )
}

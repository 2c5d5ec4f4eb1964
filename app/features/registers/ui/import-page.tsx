import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { RegisterImport } from '../imports.queries.server.ts'

const verdicts = ['register', 'number', 'same', 'refused'] as const

/** What the lines of a register come to, before anything is done, while it is, and afterwards. */
export function ImportPage({ taken }: { taken: RegisterImport }) {
  const { t } = useTranslation('registers')
  const { t: common } = useTranslation('common')
  const isDone = taken.state === 'done'
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading
        title={t('import.title')}
        caption={`${taken.when} · ${taken.by}`}
        back={{ href: paths.registers(), label: t('page.title') }}
      />
      <Banner tone={isDone ? 'success' : 'info'} title={t(`state.${taken.state}`)}>
        {t(`stateHint.${taken.state}`, { applied: taken.applied, lines: taken.lines })}
      </Banner>
      {taken.state === 'discarded' ? null : (
        <>
          <Panel title={t('import.lines')}>
            <SummaryList
              items={verdicts.map((verdict) => ({
                term: t(`${isDone || verdict === 'refused' ? 'done' : 'would'}.${verdict}`),
                description: taken.counts[verdict],
              }))}
            />
            {taken.ignored.length > 0 ? (
              <p>
                {t('import.ignored')}: {taken.ignored.join('; ')}
              </p>
            ) : null}
            <div className="cluster">
              <ButtonLink href={paths.registerReport(taken.id, 'xlsx')} variant="secondary">
                {t('import.reportXlsx')}
              </ButtonLink>
              <ButtonLink href={paths.registerReport(taken.id, 'csv')} variant="secondary">
                {t('import.reportCsv')}
              </ButtonLink>
            </div>
          </Panel>
          {taken.state === 'checked' ? <DecideForms /> : null}
          {taken.refused.length > 0 ? (
            <Panel title={t('import.refused')}>
              <DataTable
                caption={t('import.refused')}
                captionHidden
                rows={taken.refused}
                rowKey={(row) => String(row.line)}
                columns={[
                  { key: 'line', header: t('report.line'), rowHeader: true, width: 'min', cell: (row) => row.line },
                  { key: 'why', header: t('report.why'), cell: (row) => row.why.join('; ') },
                ]}
              />
            </Panel>
          ) : null}
        </>
      )}
    </div>
  )
}

function DecideForms() {
  const { t } = useTranslation('registers')
  return (
    <div className="cluster">
      <PostForm intent="apply">
        <Button>{t('import.apply')}</Button>
      </PostForm>
      <PostForm intent="discard">
        <Button variant="quiet">{t('import.discard')}</Button>
      </PostForm>
    </div>
  )
}

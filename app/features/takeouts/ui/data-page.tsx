import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { WarningText } from '#app/ui/warning-text.tsx'
import type { TakeoutList } from '../takeouts.queries.server.ts'

const tones = {
  asked: 'neutral',
  working: 'info',
  ready: 'good',
  taken: 'neutral',
  expired: 'neutral',
  failed: 'danger',
} as const satisfies Record<TakeoutList[number]['state'], Tone>

interface DataPageProps {
  readonly takeouts: TakeoutList
  readonly submissionKey: string
}

/** Where a region takes everything that is its own along, in one file. */
export function DataPage({ takeouts, submissionKey }: DataPageProps) {
  const { t } = useTranslation('takeouts')
  const { t: common } = useTranslation('common')
  const form = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={form.summary} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel title={t('ask.title')}>
        <PostForm className="stack">
          <HiddenFields values={{ submissionKey }} />
          <ul>
            <li>{t('ask.what')}</li>
            <li>{t('ask.when')}</li>
            <li>{t('ask.journal')}</li>
          </ul>
          <WarningText label={common('warning')}>{t('ask.warning')}</WarningText>
          <TextField
            name="currentPassword"
            type="password"
            label={t('ask.password')}
            autoComplete="current-password"
            width="medium"
            error={form.error('currentPassword')}
          />
          <div>
            <Button>{t('ask.send')}</Button>
          </div>
        </PostForm>
      </Panel>
      <Panel title={t('list.title')}>
        <DataTable
          caption={t('list.title')}
          captionHidden
          rows={takeouts}
          rowKey={(row) => row.id}
          empty={<p className="muted">{t('list.none')}</p>}
          columns={[
            {
              key: 'asked',
              header: t('list.asked'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {row.askedAt}
                  <br />
                  <span className="muted">{row.askedBy}</span>
                </>
              ),
            },
            {
              key: 'state',
              header: t('list.state'),
              cell: (row) => (
                <StatusTag
                  tone={tones[row.state]}
                  text={
                    row.state === 'working' && row.ofParts > 0
                      ? t('state.workingOf', { parts: row.parts, of: row.ofParts })
                      : t(`state.${row.state}`)
                  }
                />
              ),
            },
            { key: 'size', header: t('list.size'), width: 'min', cell: (row) => row.size ?? '—' },
            {
              key: 'sum',
              header: t('list.sum'),
              cell: (row) => (row.sha256 ? <code>{row.sha256}</code> : '—'),
            },
            {
              key: 'take',
              header: t('list.take'),
              cell: (row) =>
                row.state === 'ready' ? (
                  <PostForm action={paths.takeoutFile(row.id)}>
                    <Button small>{t('list.download')}</Button>
                    <p className="muted">{t('list.until', { until: row.until ?? '' })}</p>
                  </PostForm>
                ) : row.takenAt ? (
                  `${row.takenAt} · ${row.takenBy}`
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </Panel>
    </div>
  )
}

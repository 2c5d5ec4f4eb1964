import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ArchiveList } from '../archives.queries.server.ts'

interface ArchivesPanelProps {
  readonly list: ArchiveList
  readonly muted: boolean
  readonly submissionKey: string
}

const tones = { asked: 'neutral', working: 'info', done: 'good', failed: 'danger', removed: 'neutral' } as const

/** A region's archives, the copies made of them, and the way to new ones. */
export function ArchivesPanel({ list, muted, submissionKey }: ArchivesPanelProps) {
  const { t } = useTranslation('archives')
  const form = useFormState('copy')
  const whole = list.archives.filter(({ state }) => state === 'done')
  return (
    <>
      {muted ? (
        <Banner tone="info" title={t('muted.title')}>
          <p>{t('muted.what')}</p>
          <PostForm intent="unmute">
            <Button>{t('muted.send')}</Button>
          </PostForm>
        </Banner>
      ) : null}
      <Panel title={t('title')}>
        <div className="stack">
          <p>{t('lead')}</p>
          <DataTable
            caption={t('title')}
            captionHidden
            rows={list.archives}
            rowKey={(row) => row.id}
            empty={<p className="muted">{t('none')}</p>}
            columns={[
              {
                key: 'at',
                header: t('at'),
                rowHeader: true,
                cell: (row) => (
                  <>
                    {row.at}
                    <br />
                    <span className="muted">{row.askedBy ?? t('nightly')}</span>
                  </>
                ),
              },
              { key: 'state', header: t('state'), cell: (row) => <State row={row} /> },
              { key: 'size', header: t('size'), width: 'min', cell: (row) => row.size ?? '—' },
              {
                key: 'sum',
                header: t('sum'),
                cell: (row) => (
                  <>
                    {row.sha256 ? <code>{row.sha256}</code> : '—'}
                    {row.missingFiles > 0 ? <p>{t('missing', { number: row.missingFiles })}</p> : null}
                  </>
                ),
              },
            ]}
          />
          <PostForm intent="archive">
            <Button variant="secondary">{t('send')}</Button>
          </PostForm>
        </div>
      </Panel>
      {whole.length > 0 ? (
        <Panel title={t('copy.title')}>
          <PostForm intent="copy" className="stack">
            <HiddenFields values={{ submissionKey }} />
            <p>{t('copy.what')}</p>
            <SelectField
              name="archiveId"
              label={t('copy.archive')}
              options={whole.map(({ id, at, size }) => ({ value: id, label: `${at}, ${size}` }))}
              defaultValue={form.value('archiveId') ?? ''}
              error={form.error('archiveId')}
            />
            <TextField
              name="copySlug"
              label={t('copy.slug')}
              hint={t('copy.slugHint')}
              width="medium"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={form.value('copySlug') ?? ''}
              error={form.error('copySlug')}
            />
            <div>
              <Button variant="secondary">{t('copy.send')}</Button>
            </div>
          </PostForm>
        </Panel>
      ) : null}
      {list.copies.length > 0 ? (
        <Panel title={t('copies')}>
          <DataTable
            caption={t('copies')}
            captionHidden
            rows={list.copies}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'slug',
                header: t('copy.slug'),
                rowHeader: true,
                cell: (row) => (row.state === 'done' ? <a href={paths.regionState(row.slug)}>{row.slug}</a> : row.slug),
              },
              { key: 'at', header: t('at'), cell: (row) => row.at },
              { key: 'state', header: t('state'), cell: (row) => <State row={row} /> },
            ]}
          />
        </Panel>
      ) : null}
    </>
  )
}

type Row = Pick<ArchiveList['archives'][number], 'state' | 'parts' | 'ofParts' | 'problem'>

function State({ row: { state, parts, ofParts, problem } }: { row: Row }) {
  const { t } = useTranslation('archives')
  const isCounting = state === 'working' && ofParts > 0
  return (
    <>
      <StatusTag tone={tones[state]} text={isCounting ? t('is.workingOf', { parts, of: ofParts }) : t(`is.${state}`)} />
      {problem ? <p>{problem}</p> : null}
    </>
  )
}

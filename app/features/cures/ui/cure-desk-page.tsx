import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { CureDesk } from '../cures.queries.server.ts'
import { CureHistory } from './cure-history.tsx'

interface CureDeskPageProps {
  readonly page: CureDesk
  readonly submissionKey: string
}

/** Where a dispatcher asks for what an appeal lacks, or ends such a request. */
export function CureDeskPage({ page, submissionKey }: CureDeskPageProps) {
  const { t } = useTranslation('cures')
  const { t: appeals } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { open, canAsk, cures } = page
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading
        caption={`${appeals('tracked.title')} ${page.number}`}
        title={t('desk.title')}
        back={{ href: paths.appeal(page.id), label: appeals('tracked.back') }}
      />
      {open ? <SettleForm page={page} cureId={open.id} /> : null}
      {!open && canAsk && page.choices.length > 0 ? <AskForm page={page} submissionKey={submissionKey} /> : null}
      {!open && !(canAsk && page.choices.length > 0) ? (
        <Banner title={t('desk.notNow')}>{page.choices.length === 0 ? t('error.nobody') : t('error.closed')}</Banner>
      ) : null}
      {cures.length > 0 ? (
        <Panel title={t('desk.history')}>
          <CureHistory cures={cures} language={page.language} />
        </Panel>
      ) : null}
    </div>
  )
}

function AskForm({ page, submissionKey }: CureDeskPageProps) {
  const { t } = useTranslation('cures')
  const { sent, value, error } = useFormState('ask')
  return (
    <Panel title={t('desk.ask')}>
      {page.isReached ? null : <Banner tone="warning" title={t('desk.unreached')} />}
      <PostForm intent="ask" className="stack">
        <HiddenFields
          values={{ version: String(page.version), submissionKey: value('submissionKey') ?? submissionKey }}
        />
        <CheckboxGroup
          name="missing"
          label={t('desk.missing')}
          options={page.choices.map((field) => ({ value: field, label: t(`missing.${field}`) }))}
          defaultValues={sent ? (value('missing') ?? '').split(' ') : page.plainlyMissing}
          error={error('missing')}
        />
        <TextArea
          name="words"
          label={t('desk.words')}
          hint={t('desk.wordsHint')}
          lang={page.language}
          rows={3}
          spellCheck
          defaultValue={value('words')}
          error={error('words')}
        />
        <p className="muted">{t('desk.until', { day: page.wouldEnd })}</p>
        <div>
          <Button>{t('desk.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

function SettleForm({ page, cureId }: { page: CureDesk; cureId: string }) {
  const { t } = useTranslation('cures')
  const { value, error } = useFormState('settle')
  return (
    <Panel title={t('desk.settle')}>
      <p>{t('desk.settleHint')}</p>
      <PostForm intent="settle" className="stack">
        <HiddenFields values={{ version: String(page.version), cureId }} />
        <RadioGroup
          name="outcome"
          label={t('desk.outcome')}
          options={(['cured', 'cancelled'] as const).map((outcome) => ({
            value: outcome,
            label: t(`desk.outcomes.${outcome}`),
          }))}
          defaultValue={value('outcome')}
          error={error('outcome')}
        />
        <div>
          <Button variant="secondary">{t('desk.settleSend')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

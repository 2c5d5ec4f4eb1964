import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { restDays } from '../retention.ts'
import type { TermPage as Shown } from '../retentions.queries.server.ts'

interface TermPageProps extends Shown {
  readonly submissionKey: string
}

/** One term: first what another one would mean, then the change. */
export function TermPage({ term, tried, submissionKey }: TermPageProps) {
  const { t } = useTranslation('retentions')
  const { kind, unit, amount, least, most, source, rests, over } = term
  const { t: common } = useTranslation('common')
  const { value, error } = useFormState('try')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading title={t(`kind.${kind}`)} back={{ href: paths.retention(), label: t('title') }} />
      <SummaryList
        items={[
          { term: t('term'), description: t(`amount.${unit}`, { amount }) },
          { term: t('ends'), description: t(`between.${unit}`, { least, most }) },
          { term: t('source.title'), description: t(`source.${source}`) },
          { term: t('over'), description: over ?? t('unknown') },
          ...(rests ? [{ term: t('state'), description: t('rests', { day: rests }) }] : []),
        ]}
      />
      {tried ? (
        <Panel title={t('tried.title')} tone="accent">
          <p>
            {t('tried.amount')}: <strong>{t(`amount.${unit}`, { amount: tried.amount })}</strong>
          </p>
          <Banner tone={tried.over ? 'warning' : 'info'} title={`${t('tried.over')}: ${tried.over ?? t('unknown')}`}>
            {t('tried.what', { days: restDays })}
          </Banner>
          <PostForm intent="change">
            <HiddenFields values={{ submissionKey, version: String(term.version), amount: String(tried.amount) }} />
            <Button>{t('tried.save')}</Button>
          </PostForm>
        </Panel>
      ) : null}
      <Panel title={t('try.title')}>
        <PostForm intent="try" className="stack">
          <TextField
            name="amount"
            label={t(`try.${unit}`)}
            hint={t(`between.${unit}`, { least, most })}
            width="short"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={value('amount') ?? String(tried?.amount ?? amount)}
            error={error('amount')}
          />
          <div>
            <Button variant="secondary">{t('try.send')}</Button>
          </div>
        </PostForm>
      </Panel>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Domains } from '../domains.queries.server.ts'
import type { Done } from '../done.ts'
import { HostPanel } from './host-panel.tsx'

interface DomainPageProps {
  readonly domains: Domains
  readonly submissionKey: string
  readonly done: Done | undefined
}

/** The hosts of the region's own, what to do so that they lead here, and by which one the region shows itself. */
export function DomainPage({ domains: { target, hosts }, submissionKey, done }: DomainPageProps) {
  const { t } = useTranslation('domains')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      {done ? <Banner tone="success" title={t(`done.${done}`)} /> : null}
      <PageHeading title={t('title')} lead={t('lead')} />
      <SummaryList items={[{ term: t('given'), description: target }]} />
      {hosts.length === 0 ? <p className="muted">{t('none')}</p> : null}
      {hosts.map((host) => (
        <HostPanel key={host.id} host={host} target={target} />
      ))}
      <AddForm submissionKey={submissionKey} />
    </div>
  )
}

function AddForm({ submissionKey }: { submissionKey: string }) {
  const { t } = useTranslation('domains')
  const { value, error } = useFormState()
  return (
    <Panel title={t('add.title')}>
      <PostForm className="stack">
        <HiddenFields values={{ submissionKey }} />
        <TextField
          name="host"
          label={t('add.host')}
          hint={t('add.hint')}
          width="medium"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          defaultValue={value('host')}
          error={error('host')}
        />
        <div>
          <Button>{t('add.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

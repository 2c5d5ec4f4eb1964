import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { AdminProvider } from './admin-provider.ts'
import { ProviderForm } from './provider-form.tsx'
import { ProviderRoles } from './provider-roles.tsx'

/** How staff sign in by the akimat's own provider. */
export function ProviderPage({ provider, secret, callback, roles, submissionKey, ...choices }: AdminProvider) {
  const { t } = useTranslation('providers')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel title={t('tell.title')}>
        <p>{t('tell.text')}</p>
        <p>
          <code>{callback}</code>
        </p>
      </Panel>
      <ProviderForm provider={provider} secret={secret} submissionKey={submissionKey} />
      <ProviderRoles roles={roles} {...choices} submissionKey={submissionKey} />
    </div>
  )
}

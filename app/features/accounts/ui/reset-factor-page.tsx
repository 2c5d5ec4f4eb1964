import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { ProveYourself } from './prove-yourself.tsx'

interface ResetFactorPageProps {
  readonly name: string
  readonly back: string
}

/** Says what taking a colleague's second factor away does, and asks for the administrator's own password and code. */
export function ResetFactorPage({ name, back }: ResetFactorPageProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading caption={name} title={t('resetFactor.title')} lead={t('resetFactor.lead')} />
      <ul>
        <li>{t('resetFactor.what')}</li>
        <li>{t('resetFactor.sessions')}</li>
        <li>{t('resetFactor.password')}</li>
        <li>{t('resetFactor.mail')}</li>
      </ul>
      <ProveYourself cancel={back} />
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { VerifyForm } from './verify-form.tsx'

/** Where the code of a letter is asked for; `missing` where the form came without one. */
export function VerifyPage({ missing }: { missing: boolean }) {
  const { t } = useTranslation('letters')
  const { t: common } = useTranslation('common')
  const error = missing ? t('verify.codeMissing') : undefined
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={error ? [{ field: 'letter', message: error }] : []} />
      <PageHeading title={t('verify.title')} lead={t('verify.lead')} />
      <VerifyForm error={error} />
    </div>
  )
}

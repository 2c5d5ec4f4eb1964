import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface SecondStepFormProps {
  readonly next: string
  /** Ask for a recovery code in the place of the app's. */
  readonly byRecovery: boolean
}

/** The code after the password. */
export function SecondStepForm({ next, byRecovery }: SecondStepFormProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { value, error, summary } = useFormState(byRecovery ? 'recovery' : 'code')
  const other = new URL(paths.signInCode(next || undefined), 'http://here')
  if (!byRecovery) other.searchParams.set('recovery', '1')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        title={t(byRecovery ? 'code.recoveryTitle' : 'code.title')}
        lead={t(byRecovery ? 'code.recoveryLead' : 'code.lead')}
      />
      <PostForm intent={byRecovery ? 'recovery' : 'code'} className="stack">
        <HiddenFields values={{ next: value('next') ?? next }} />
        {byRecovery ? (
          <TextField
            name="recoveryCode"
            label={t('code.recoveryLabel')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            width="medium"
            error={error('recoveryCode')}
          />
        ) : (
          <CodeField label={t('code.label')} error={error('secondFactorCode')} />
        )}
        <div>
          <Button>{t('code.send')}</Button>
        </div>
      </PostForm>
      <p>
        <a href={other.pathname + other.search}>{t(byRecovery ? 'code.withApp' : 'code.withRecovery')}</a>
      </p>
      <p>
        <a href={paths.signIn(next || undefined)}>{t('code.back')}</a>
      </p>
    </div>
  )
}

/** Six digits of an authenticator app; blanks in what is pasted do no harm. */
export function CodeField({ label, error }: { label: string; error: string | undefined }) {
  return (
    <TextField
      name="secondFactorCode"
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      width="short"
      error={error}
    />
  )
}

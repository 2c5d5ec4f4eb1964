import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** A new password in the place of the old one. */
export function ChangePasswordPage() {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { error, summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        title={t('password.title')}
        lead={t('password.lead')}
        back={{ href: paths.account(), label: t('account.back') }}
      />
      <PostForm className="stack">
        <TextField
          name="currentPassword"
          type="password"
          label={t('secondFactor.currentPassword')}
          autoComplete="current-password"
          width="medium"
          error={error('currentPassword')}
        />
        <TextField
          name="password"
          type="password"
          label={t('newPassword.label')}
          hint={t('newPassword.hint')}
          autoComplete="new-password"
          width="medium"
          error={error('password')}
        />
        <div>
          <Button>{t('newPassword.send')}</Button>
        </div>
      </PostForm>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Asks for a way to a new password; says the same whether the address is known or not. */
export function ForgottenPasswordForm({ sent }: { sent: boolean }) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { value, error, summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={t('forgotten.title')} lead={sent ? undefined : t('forgotten.lead')} />
      {sent ? (
        <Banner tone="success" title={t('forgotten.sent')}>
          {t('forgotten.sentText')}
        </Banner>
      ) : (
        <PostForm className="stack">
          <TextField
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            defaultValue={value('email')}
            error={error('email')}
          />
          <div>
            <Button>{t('forgotten.send')}</Button>
          </div>
        </PostForm>
      )}
      <p>
        <a href={paths.signIn()}>{t('forgotten.back')}</a>
      </p>
    </div>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface NewPasswordFormProps {
  readonly token: string
  readonly title: string
  readonly lead?: string
  /** Whose account it is, for password managers and for the person. */
  readonly email?: string
  readonly send: string
  readonly children?: ReactNode
}

/** A new password by a mailed link: of a reset, or of an invitation. */
export function NewPasswordForm({ token, title, lead, email, send, children }: NewPasswordFormProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { error, summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={title} lead={lead} />
      <PostForm className="stack">
        <HiddenFields values={{ token }} />
        {email ? (
          <TextField name="email" label={t('signIn.email')} defaultValue={email} autoComplete="username" readOnly />
        ) : null}
        <TextField
          name="password"
          type="password"
          label={t('newPassword.label')}
          hint={t('newPassword.hint')}
          autoComplete="new-password"
          error={error('password')}
        />
        <div>
          <Button>{send}</Button>
        </div>
      </PostForm>
      {children}
    </div>
  )
}

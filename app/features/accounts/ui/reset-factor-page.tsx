import { useTranslation } from 'react-i18next'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { CodeField } from './second-step-form.tsx'

interface ResetFactorPageProps {
  readonly name: string
  readonly back: string
}

/** Says what taking a colleague's second factor away does, and asks for the administrator's own password and code. */
export function ResetFactorPage({ name, back }: ResetFactorPageProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { error, summary } = useFormState()
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
      <PostForm className="stack">
        <p>{t('resetFactor.prove')}</p>
        <TextField
          name="currentPassword"
          type="password"
          label={t('resetFactor.ownPassword')}
          autoComplete="current-password"
          width="medium"
          error={error('currentPassword')}
        />
        <CodeField label={t('resetFactor.ownCode')} error={error('secondFactorCode')} />
        <div className="cluster">
          <Button variant="danger">{t('resetFactor.send')}</Button>
          <a href={back}>{t('resetFactor.cancel')}</a>
        </div>
      </PostForm>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { CodeField } from './second-step-form.tsx'

/** Asks for one's own password and code before somebody else's second factor is taken away. */
export function ProveYourself({ cancel }: { cancel: string }) {
  const { t } = useTranslation('accounts')
  const { error } = useFormState()
  return (
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
        <a href={cancel}>{t('resetFactor.cancel')}</a>
      </div>
    </PostForm>
  )
}

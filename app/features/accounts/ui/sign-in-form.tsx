import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ProviderProblem } from '../provider-problems.ts'
import { ProviderLink, type ProviderLinkProps } from './provider-link.tsx'
import { PasskeyForm } from './passkey-form.tsx'

interface SignInFormProps {
  readonly next: string
  readonly note?: 'changed' | 'welcome' | undefined
  /** Why a sign-in by the akimat's provider came to nothing. */
  readonly problem?: ProviderProblem | undefined
  readonly provider?: ProviderLinkProps['provider'] | undefined
}

/** E-mail and password. */
export function SignInForm({ next, note, problem, provider }: SignInFormProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { value, error, summary } = useFormState()
  const passkey = useFormState('passkey')
  // Its one field is hidden: a message about it leads nowhere.
  const passkeySummary = passkey.summary.map(({ message }) => ({ message }))
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={[...summary, ...passkeySummary]} />
      <PageHeading title={t('signIn.title')} />
      {note ? <Banner tone="success" title={t(`signIn.${note}`)} /> : null}
      {problem ? (
        <Banner tone="danger" title={t('provider.problem.title')}>
          <p>{t(`provider.problem.${problem}`)}</p>
        </Banner>
      ) : null}
      {provider ? <ProviderLink provider={provider} next={next} /> : null}
      <PostForm className="stack">
        <HiddenFields values={{ next: value('next') ?? next }} />
        <TextField
          name="email"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          defaultValue={value('email')}
          error={error('email')}
        />
        <TextField
          name="password"
          type="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          error={error('password')}
        />
        <div>
          <Button>{t('signIn.send')}</Button>
        </div>
      </PostForm>
      <PasskeyForm
        kind="use"
        intent="passkey"
        options={paths.signInPasskey()}
        send={t('signIn.passkey')}
        variant="secondary"
      >
        <HiddenFields values={{ next: passkey.value('next') ?? next }} />
      </PasskeyForm>
      <p>
        <a href={paths.forgottenPassword()}>{t('signIn.forgotten')}</a>
      </p>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { AdminProvider } from './admin-provider.ts'

const shipped = { rolesClaim: 'groups' } as const

type TextName =
  | 'nameKk'
  | 'nameRu'
  | 'nameEn'
  | 'issuer'
  | 'clientId'
  | 'scopes'
  | 'rolesClaim'
  | 'factorClasses'
  | 'unknownPeople'
type TickName = 'enabled' | 'ownSignIn' | 'trustsFactors'

/** Who the provider is, what its word counts for, and the secret of our client there, which is typed and never shown. */
export function ProviderForm({
  provider,
  secret,
  submissionKey,
}: Pick<AdminProvider, 'provider' | 'secret' | 'submissionKey'>) {
  const { t } = useTranslation('providers')
  const { t: changes } = useTranslation('changes')
  const { sent, value, error } = useFormState('change')
  const text = (name: TextName) => value(name) ?? provider?.[name] ?? (name === 'rolesClaim' ? shipped.rolesClaim : '')
  const ticked = (name: TickName) => (sent ? value(name) === 'yes' : (provider?.[name] ?? name === 'ownSignIn'))
  const field = (name: TextName, more: { hint?: string; width?: 'medium'; label?: string } = {}) => (
    <TextField
      key={name}
      name={name}
      label={more.label ?? t(`form.${name}`)}
      hint={more.hint}
      width={more.width}
      autoComplete="off"
      defaultValue={text(name)}
      error={error(name)}
    />
  )
  const tick = (name: TickName) => (
    <Checkbox
      name={name}
      label={t(`form.${name}`)}
      hint={t(`hint.${name}`)}
      defaultChecked={ticked(name)}
      error={error(name)}
    />
  )
  return (
    <PostForm intent="change" className="stack">
      <HiddenFields values={{ submissionKey, version: String(provider?.version ?? 0) }} />
      <Panel title={t('form.who')}>
        <div className="stack">
          {tick('enabled')}
          {field('issuer', { hint: t('hint.issuer') })}
          {field('clientId', { width: 'medium' })}
          <TextField
            name="clientSecret"
            type="password"
            label={t('form.clientSecret')}
            hint={secretHint(t, secret)}
            width="medium"
            autoComplete="new-password"
            error={error('clientSecret')}
          />
          {field('scopes', { hint: t('hint.scopes'), width: 'medium' })}
        </div>
      </Panel>
      <Panel title={t('form.button')}>
        <div className="stack">
          <p>{t('form.buttonLead')}</p>
          {field('nameKk')}
          {field('nameRu')}
          {field('nameEn')}
        </div>
      </Panel>
      <Panel title={t('form.counts')}>
        <div className="stack">
          {field('rolesClaim', { hint: t('hint.rolesClaim'), width: 'medium' })}
          <RadioGroup
            name="unknownPeople"
            label={t('form.unknownPeople')}
            options={[
              { value: 'refuse', label: t('unknown.refuse') },
              { value: 'join', label: t('unknown.join'), hint: t('unknown.joinHint') },
            ]}
            defaultValue={text('unknownPeople') || 'refuse'}
            error={error('unknownPeople')}
          />
          {tick('ownSignIn')}
          {tick('trustsFactors')}
          {field('factorClasses', { hint: t('hint.factorClasses'), width: 'medium' })}
        </div>
      </Panel>
      <div>
        <Button>{changes('act.save')}</Button>
      </div>
    </PostForm>
  )
}

function secretHint(t: ReturnType<typeof useTranslation<'providers'>>['t'], secret: AdminProvider['secret']): string {
  if (!secret) return t('secret.none')
  const since = [secret.since, secret.by].filter((part) => part !== '').join(', ')
  return secret.opens ? t('secret.stands', { since }) : t('secret.closed', { since })
}

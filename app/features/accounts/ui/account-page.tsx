import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { getAccount } from '../account.queries.server.ts'
import { RecoveryCodesLeft } from './recovery-codes.tsx'

interface AccountPageProps {
  readonly account: Awaited<ReturnType<typeof getAccount>>
  readonly note: 'password' | 'off' | undefined
}

/** A person's own settings. */
export function AccountPage({ account, note }: AccountPageProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { error, summary } = useFormState()
  const { name, locale, secondFactor, codesLeft, passkeys, sessions } = account
  const open = (href: string, about: string) => ({ href, label: t('account.open'), about })
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading caption={name} title={t('account.title')} />
      {note ? (
        <Banner tone="success" title={t(note === 'password' ? 'password.changed' : 'secondFactor.switchedOff')} />
      ) : null}
      {codesLeft === undefined ? null : <RecoveryCodesLeft left={codesLeft} onlyFew />}
      <Panel title={t('account.security')}>
        <SummaryList
          items={[
            {
              term: t('secondFactor.title'),
              description: t(secondFactor ? 'account.on' : 'account.off'),
              action: open(paths.secondFactor(), t('secondFactor.title')),
            },
            {
              term: t('passkeys.title'),
              description: String(passkeys),
              action: open(paths.passkeys(), t('passkeys.title')),
            },
            {
              term: t('sessions.title'),
              description: String(sessions),
              action: open(paths.sessions(), t('sessions.title')),
            },
            {
              term: t('signIn.password'),
              description: '••••••••',
              action: open(paths.password(), t('password.title')),
            },
          ]}
        />
        <p>{t('account.everywhereHint')}</p>
        <PostForm action={paths.signOut()}>
          <HiddenFields values={{ everywhere: 'yes' }} />
          <Button variant="secondary">{t('account.everywhere')}</Button>
        </PostForm>
      </Panel>
      {locale ? (
        <Panel>
          <PostForm className="stack">
            <RadioGroup
              name="locale"
              label={t('account.language')}
              options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
              defaultValue={locale}
              error={error('locale')}
            />
            <div>
              <Button>{t('account.save')}</Button>
            </div>
          </PostForm>
        </Panel>
      ) : null}
    </div>
  )
}

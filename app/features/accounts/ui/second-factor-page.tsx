import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, type FormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { SecondFactorState } from '../second-factor-page.server.ts'
import { RecoveryCodesLeft } from './recovery-codes.tsx'
import { CodeField } from './second-step-form.tsx'

/** Sets the second factor up, and keeps it: an authenticator app and the codes for when it is not at hand. */
export function SecondFactorPage({ on, needed, demanded, codesLeft, proposal }: SecondFactorState) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const states = [useFormState('propose'), useFormState('confirm'), useFormState('renew'), useFormState('switchOff')]
  const sent = states.find((state) => state.sent)
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={sent?.summary ?? []} />
      <PageHeading
        title={t('secondFactor.title')}
        lead={t('secondFactor.lead')}
        back={(needed || demanded) && !on ? undefined : { href: paths.account(), label: t('account.back') }}
      />
      {(needed || demanded) && !on ? (
        <Banner title={t(demanded ? 'secondFactor.demanded' : 'secondFactor.needed')}>
          {t('secondFactor.neededText')}
        </Banner>
      ) : null}
      {on ? <RecoveryCodesLeft left={codesLeft} /> : null}
      {proposal ? <Proposal proposal={proposal} state={sent} asksPassword={on} /> : null}
      {!on && !proposal ? (
        <PostForm intent="propose" className="stack">
          <p>{t('secondFactor.app')}</p>
          <Button>{t('secondFactor.begin')}</Button>
        </PostForm>
      ) : null}
      {on && !proposal ? <Keeping state={sent} needed={needed} /> : null}
    </div>
  )
}

interface ProposalProps {
  readonly proposal: NonNullable<SecondFactorState['proposal']>
  readonly state: FormState | undefined
  readonly asksPassword: boolean
}

/** The new key and its first code. */
function Proposal({ proposal: { qr, key }, state, asksPassword }: ProposalProps) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <Panel title={t('secondFactor.scan')}>
        <div className="stack">
          <QrCode label={t('secondFactor.scanAlt')} {...qr} />
          <p>{t('secondFactor.key')}</p>
          <p className="tabular key-groups" translate="no">
            {key}
          </p>
          {asksPassword ? null : (
            <PostForm intent="propose">
              <Button variant="quiet" small>
                {t('secondFactor.anew')}
              </Button>
            </PostForm>
          )}
        </div>
      </Panel>
      <Panel title={t('secondFactor.confirmTitle')}>
        <PostForm intent="confirm" className="stack">
          <CodeField label={t('code.label')} error={state?.error('secondFactorCode')} />
          <div>
            <Button>{t('secondFactor.confirm')}</Button>
          </div>
        </PostForm>
      </Panel>
    </>
  )
}

/** What can be done with a second factor that is on; each step asks for the password. */
function Keeping({ state, needed }: { state: FormState | undefined; needed: boolean }) {
  const { t } = useTranslation('accounts')
  return (
    <Panel title={t('secondFactor.onTitle')}>
      <PostForm className="stack">
        <ul>
          <li>
            {t('recovery.make')}. {t('recovery.makeText')}
          </li>
          <li>
            {t('secondFactor.replace')}. {t('secondFactor.replaceText')}
          </li>
          {needed ? null : (
            <li>
              {t('secondFactor.switchOff')}. {t('secondFactor.switchOffText')}
            </li>
          )}
        </ul>
        <TextField
          name="currentPassword"
          type="password"
          label={t('secondFactor.currentPassword')}
          autoComplete="current-password"
          width="medium"
          error={state?.error('currentPassword')}
        />
        <div className="cluster">
          <Button name="intent" value="renew">
            {t('recovery.make')}
          </Button>
          <Button name="intent" value="propose" variant="secondary">
            {t('secondFactor.replace')}
          </Button>
          {needed ? null : (
            <Button name="intent" value="switchOff" variant="danger">
              {t('secondFactor.switchOff')}
            </Button>
          )}
        </div>
      </PostForm>
    </Panel>
  )
}

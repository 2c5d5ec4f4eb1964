import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { BesidePassword } from '../colleague.queries.server.ts'

interface ColleagueFactorPanelProps {
  readonly staffMemberId: string
  readonly has: BesidePassword
  /** It was taken away a moment ago. */
  readonly reset: boolean
}

/** What a colleague signs in with beside the password, and the way to take it away. */
export function ColleagueFactorPanel({ staffMemberId, has, reset }: ColleagueFactorPanelProps) {
  const { t } = useTranslation('accounts')
  return (
    <Panel title={t('account.security')}>
      <div className="stack">
        {reset ? (
          <Banner tone="success" title={t('resetFactor.done')}>
            {t('resetFactor.doneText')}
          </Banner>
        ) : null}
        <SummaryList
          items={[
            { term: t('secondFactor.title'), description: t(has.app ? 'account.on' : 'account.off') },
            { term: t('passkeys.title'), description: String(has.passkeys) },
          ]}
        />
        {has.app || has.passkeys > 0 ? (
          <>
            <p>{t('resetFactor.when')}</p>
            <p>
              <ButtonLink variant="secondary" href={paths.resetFactor(staffMemberId)}>
                {t('resetFactor.open')}
              </ButtonLink>
            </p>
          </>
        ) : null}
      </div>
    </Panel>
  )
}

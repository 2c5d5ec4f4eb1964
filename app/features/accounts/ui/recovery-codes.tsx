import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CodeList } from '#app/ui/code-list.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { fewRecoveryCodes } from '../account.ts'

/** New recovery codes, shown this once; made to be printed. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useTranslation('accounts')
  return (
    <div className="stack">
      <PageHeading title={t('recovery.title')} lead={t('recovery.lead')} />
      <Banner tone="warning" title={t('recovery.once')}>
        {t('recovery.onceText')}
      </Banner>
      <Panel>
        <CodeList codes={codes} label={t('recovery.title')} />
      </Panel>
      <p>
        <ButtonLink href={next}>{t('recovery.saved')}</ButtonLink>
      </p>
    </div>
  )
}

/** How many recovery codes are left; `onlyFew` says it only where there are few. */
export function RecoveryCodesLeft({ left, onlyFew }: { left: number; onlyFew?: boolean }) {
  const { t } = useTranslation('accounts')
  if (left > fewRecoveryCodes) return onlyFew ? null : <p>{t('account.codesLeft', { left })}</p>
  return (
    <Banner tone="warning" title={t('account.fewCodes', { left })}>
      {onlyFew ? <a href={paths.secondFactor()}>{t('recovery.make')}</a> : null}
    </Banner>
  )
}

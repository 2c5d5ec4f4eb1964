import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import type { Receipt } from '../receipt.queries.server.ts'

/** The proof that an appeal was accepted; made to be printed. */
export function ReceiptPage(receipt: Receipt) {
  const { t } = useTranslation('appeals')
  const { locale } = usePageScope()
  const { appealId, issuer, number, code } = receipt
  return (
    <div className="stack">
      <PageHeading title={t('receipt.title')} />
      <div className="no-print">
        <Banner tone={receipt.isMailed ? 'success' : 'warning'} title={t('receipt.keep')}>
          <p>{receipt.isMailed ? t('receipt.mailed') : t('receipt.notMailed')}</p>
        </Banner>
      </div>
      <ReceiptCard
        title={t('receipt.heading')}
        level={2}
        issuer={issuer}
        number={number}
        numberLabel={t('receipt.number')}
        code={code}
        codeLabel={t('receipt.code')}
        codeHint={t('receipt.codeHint')}
        facts={[
          { term: t('receipt.applicant'), description: receipt.applicant },
          { term: t('receipt.acceptedBy'), description: `${issuer}, ${t('receipt.portal')}` },
          { term: t('receipt.receivedAt'), description: receipt.receivedAt },
          { term: t('receipt.registeredOn'), description: receipt.registeredOn },
          { term: t('receipt.dueOn'), description: receipt.dueOn },
          ...(receipt.reply ? [{ term: t('receipt.reply'), description: receipt.reply }] : []),
          { term: t('receipt.where'), description: receipt.where },
        ]}
      />
      <p className="muted">{t('receipt.why')}</p>
      <div className="cluster">
        <ButtonLink href={paths.trackedAppeal(locale, appealId)} variant="secondary">
          {t('receipt.track')}
        </ButtonLink>
        <ButtonLink href={paths.newAppeal(locale)} variant="quiet">
          {t('receipt.another')}
        </ButtonLink>
      </div>
    </div>
  )
}

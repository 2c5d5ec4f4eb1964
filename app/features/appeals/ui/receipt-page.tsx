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
  const { appealId, issuer, number, code, isMailed, isTexted } = receipt
  const isSent = isMailed || isTexted
  return (
    <div className="stack">
      <PageHeading title={t('receipt.title')} />
      <div className="no-print">
        <Banner tone={isSent ? 'success' : 'warning'} title={t('receipt.keep')}>
          {isMailed ? <p>{t('receipt.mailed')}</p> : null}
          {isTexted ? <p>{t('receipt.texted')}</p> : null}
          {isSent ? null : <p>{t('receipt.notMailed')}</p>}
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
          { term: t('receipt.acceptedBy'), description: `${issuer}, ${t(`intake.${receipt.channel}`)}` },
          ...(receipt.receivedBy ? [{ term: t('receipt.receivedBy'), description: receipt.receivedBy }] : []),
          { term: t('receipt.receivedAt'), description: receipt.receivedAt },
          { term: t('receipt.registeredOn'), description: receipt.registeredOn },
          { term: t('receipt.dueOn'), description: receipt.dueOn },
          ...(receipt.reply ? [{ term: t('receipt.reply'), description: receipt.reply }] : []),
          { term: t('receipt.where'), description: receipt.where },
        ]}
      />
      <p className="muted">{t('receipt.why')}</p>
      <div className="cluster">
        <ButtonLink href={paths.receiptFile(locale, appealId)} variant="secondary">
          {t('receipt.file')}
        </ButtonLink>
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

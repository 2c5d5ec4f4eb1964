import { useTranslation } from 'react-i18next'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import type { Receipt } from '../receipt.queries.server.ts'

/** The proof that an appeal was accepted; made to be printed. */
export function ReceiptPage({ appealId, issuer, number, code, receivedAt, registeredOn, dueOn }: Receipt) {
  const { t } = useTranslation('appeals')
  const { locale } = usePageScope()
  return (
    <div className="stack">
      <PageHeading title={t('receipt.title')} />
      <Banner tone="success" title={t('receipt.keep')} />
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
          { term: t('receipt.receivedAt'), description: receivedAt },
          { term: t('receipt.registeredOn'), description: registeredOn },
          { term: t('receipt.dueOn'), description: dueOn },
        ]}
      />
      <p className="muted">{t('receipt.why')}</p>
      <div>
        <ButtonLink href={paths.trackedAppeal(locale, appealId)} variant="secondary">
          {t('receipt.track')}
        </ButtonLink>
      </div>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import type { RegisteredAppeal } from '../registrations.queries.server.ts'

/** What was registered a moment ago, to be told or printed at the counter; its code is nobody's here. */
export function RegistrationPage({ registered }: { registered: RegisteredAppeal }) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  const { isMailed, isTexted, threat } = registered
  const isSent = isMailed || isTexted
  return (
    <div className="stack">
      <PageHeading
        title={t('registered.title')}
        back={{ href: paths.registrations(), label: t('list.title') }}
        caption={registered.number}
      />
      <div className="no-print stack">
        {threat === null ? null : (
          <Banner
            tone={threat ? 'warning' : 'info'}
            title={threat ? t('registered.threatTitle') : t('registered.noThreatTitle')}
          >
            {threat ? t('registered.threat') : t('registered.noThreat')}
          </Banner>
        )}
        <Banner tone={isSent ? 'success' : 'info'} title={t('registered.codeTitle')}>
          {isMailed ? <p>{t('registered.mailed')}</p> : null}
          {isTexted ? <p>{t('registered.texted')}</p> : null}
          {isSent ? null : <p>{t('registered.unreached')}</p>}
        </Banner>
      </div>
      <ReceiptCard
        title={appeals('receipt.heading')}
        level={2}
        issuer={registered.issuer}
        number={registered.number}
        numberLabel={appeals('receipt.number')}
        facts={[
          ...(registered.applicant ? [{ term: appeals('receipt.applicant'), description: registered.applicant }] : []),
          {
            term: appeals('receipt.acceptedBy'),
            description: `${registered.issuer}, ${appeals(`intake.${registered.channel}`)}`,
          },
          { term: appeals('receipt.receivedBy'), description: registered.receivedBy },
          { term: appeals('receipt.receivedAt'), description: registered.receivedAt },
          { term: appeals('receipt.registeredOn'), description: registered.registeredOn },
          { term: appeals('receipt.dueOn'), description: registered.dueOn },
          { term: appeals('desk.kind'), description: appeals(`kind.${registered.legalKind}`) },
          ...(registered.outside ? [{ term: t('intake.outsideNumber'), description: registered.outside }] : []),
          ...(registered.reply ? [{ term: appeals('receipt.reply'), description: registered.reply }] : []),
        ]}
      />
      <div className="cluster no-print">
        <ButtonLink href={paths.registerAppeal()}>{t('registered.another')}</ButtonLink>
        <ButtonLink href={paths.registrationFile(registered.id)} variant="secondary">
          {appeals('receipt.file')}
        </ButtonLink>
        {registered.canOpen ? (
          <ButtonLink href={paths.appeal(registered.id)} variant="secondary">
            {t('registered.open')}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}

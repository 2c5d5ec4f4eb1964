import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { IntakeSeen } from '../correction.queries.server.ts'
import { CorrectionList } from './correction-list.tsx'

interface IntakePanelProps {
  readonly appealId: string
  readonly intake: IntakeSeen
  /** Whether the person may be asked for what is missing. */
  readonly canAsk: boolean
}

/** On an appeal's desk page: who took it in, what its envelope said, what was put right since, and the ways to do so. */
export function IntakePanel({ appealId, intake, canAsk }: IntakePanelProps) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  const { registration, corrections, canCorrect } = intake
  if (!registration && corrections.length === 0 && !canCorrect && !canAsk) return null
  return (
    <Panel
      title={t('panel.title')}
      actions={
        <>
          {canAsk ? (
            <ButtonLink href={paths.deskCure(appealId)} variant="secondary" small>
              {t('panel.ask')}
            </ButtonLink>
          ) : null}
          {canCorrect ? (
            <ButtonLink href={paths.correction(appealId)} variant="secondary" small>
              {t('panel.correct')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {registration?.threat ? (
        <Banner tone="warning" title={t('registered.threatTitle')}>
          {t('registered.threat')}
        </Banner>
      ) : null}
      {registration?.threat === false ? (
        <Banner title={t('registered.noThreatTitle')}>{t('panel.noThreat')}</Banner>
      ) : null}
      {registration ? (
        <SummaryList
          items={[
            { term: appeals('receipt.receivedBy'), description: registration.by },
            { term: t('panel.enteredAt'), description: registration.at },
            ...(registration.outside ? [{ term: t('intake.outsideNumber'), description: registration.outside }] : []),
          ]}
        />
      ) : null}
      {corrections.length > 0 ? (
        <Details summary={t('panel.corrections', { number: corrections.length })}>
          <CorrectionList corrections={corrections} />
        </Details>
      ) : null}
    </Panel>
  )
}

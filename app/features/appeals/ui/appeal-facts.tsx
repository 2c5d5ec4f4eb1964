import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import { DeadlineDetails } from './deadline-details.tsx'

/** Where the person's clock stands, what an appeal is, and who brought it. */
export function AppealFacts({ appeal }: { appeal: DeskAppeal }) {
  const { t } = useTranslation('appeals')
  const { applicant } = appeal
  return (
    <>
      <Panel title={t('desk.facts')}>
        <SummaryList
          items={[
            {
              term: t(appeal.status === 'reopenRequested' ? 'life.decideBy' : 'receipt.dueOn'),
              description: appeal.dueOn,
            },
            ...(appeal.place
              ? [{ term: t('applicant.place'), description: <span className="pre-line">{appeal.place}</span> }]
              : []),
            ...(appeal.district ? [{ term: t('desk.district'), description: appeal.district }] : []),
            { term: t('desk.kind'), description: t(`kind.${appeal.legalKind}`) },
            ...(appeal.category ? [{ term: t('worklist.category'), description: appeal.category }] : []),
            { term: t('intake.label'), description: t(`intake.${appeal.channel}`) },
            { term: t('receipt.receivedAt'), description: appeal.receivedAt },
            { term: t('receipt.registeredOn'), description: appeal.registeredOn },
          ]}
        />
        {appeal.clocks ? <DeadlineDetails clocks={appeal.clocks} /> : null}
      </Panel>
      <Panel title={t('desk.person')}>
        <SummaryList
          items={[
            { term: t('applicant.kind'), description: t(`applicant.${applicant.kind}`) },
            ...applicant.facts.map(({ term, value }) => ({ term: t(`applicant.${term}`), description: value })),
            ...(applicant.reply ? [{ term: t('applicant.reply'), description: applicant.reply }] : []),
            { term: t('worklist.language'), description: t(`language.${appeal.language}`) },
          ]}
        />
      </Panel>
    </>
  )
}

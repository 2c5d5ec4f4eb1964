import { useTranslation } from 'react-i18next'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { TrackedAppeal } from '../tracked-appeal.queries.server.ts'
import { toneOf } from './status-tone.ts'
import { timelineItems } from './timeline-items.tsx'

/** Where an appeal stands, in plain words, and its answer first when there is one. */
export function TrackedAppealPage({ appeal }: { appeal: TrackedAppeal }) {
  const { t } = useTranslation('appeals')
  const { answer } = appeal
  return (
    <div className="stack">
      <PageHeading caption={t('tracked.title')} title={appeal.number} />
      <SummaryList
        items={[
          {
            term: t('worklist.status'),
            description: <StatusTag tone={toneOf(appeal.status)} text={t(`status.${appeal.status}`)} />,
          },
          { term: t('receipt.dueOn'), description: appeal.dueOn },
        ]}
      />
      {answer ? (
        <Panel title={t('answer.title')} tone="accent">
          <p>
            {t('answer.outcome')}: <strong>{t(`outcome.${answer.outcome}`)}</strong>
          </p>
          <p className="pre-line" lang={appeal.language}>
            {answer.text}
          </p>
          {answer.signer ? (
            <p>
              {t('answer.signer')}: {answer.signer}
            </p>
          ) : null}
          <p className="muted">{t('answer.rightOfAppeal')}</p>
        </Panel>
      ) : null}
      <Panel title={t('tracked.timeline')}>
        <Timeline items={timelineItems(t, appeal.timeline)} />
      </Panel>
      <Panel title={t('tracked.yourText')}>
        <p className="pre-line">{appeal.text}</p>
      </Panel>
    </div>
  )
}

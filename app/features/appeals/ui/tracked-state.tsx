import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { TrackedAppeal } from '../tracked-appeal.queries.server.ts'
import { DeadlineDetails } from './deadline-details.tsx'
import { toneOf } from './status-tone.ts'

interface TrackedStateProps {
  readonly appeal: TrackedAppeal
  readonly filesOf: (files: readonly TrackedAppeal['files'][number][]) => ReactNode
  /** What was decided beside the answer, and what waits for the person. */
  readonly acts?: ReactNode
}

/** Where an appeal stands: its status and clock, what was answered, and which body has which part. */
export function TrackedState({ appeal, filesOf, acts }: TrackedStateProps) {
  const { t } = useTranslation('appeals')
  const { answers, clocks } = appeal
  return (
    <>
      <SummaryList
        items={[
          {
            term: t('worklist.status'),
            // Whose it is, is a matter among the bodies: the person hears that it is being found out.
            description:
              appeal.status === 'contested' ? (
                <StatusTag tone="info" text={t('life.contested')} />
              ) : (
                <StatusTag tone={toneOf(appeal.status)} text={t(`status.${appeal.status}`)} />
              ),
          },
          ...(appeal.closedWithoutAnswer
            ? []
            : [
                {
                  term: t(appeal.status === 'reopenRequested' ? 'life.decideBy' : 'receipt.dueOn'),
                  description: appeal.dueOn,
                },
              ]),
          ...(appeal.people > 1 ? [{ term: t('tracked.people'), description: appeal.people }] : []),
        ]}
      />
      {acts}
      {clocks ? <DeadlineDetails clocks={clocks} /> : null}
      {answers.map((answer) => (
        <Panel key={answer.id} title={t('answer.title')} tone="accent">
          {appeal.reopened ? (
            <p>
              {t('answer.on')}: {answer.at}
            </p>
          ) : null}
          {appeal.shares.length > 0 || appeal.reopened ? (
            <p>
              {t('answer.of')}: <strong>{answer.agency}</strong>
            </p>
          ) : null}
          {answer.part ? (
            <p className="pre-line muted">
              {t('life.part')}: {answer.part}
            </p>
          ) : null}
          <p>
            {t('answer.outcome')}: <strong>{t(`outcome.${answer.outcome}`)}</strong>
          </p>
          <p className="pre-line" lang={appeal.language}>
            {answer.text}
          </p>
          {filesOf(answer.files)}
          {answer.signer ? (
            <p>
              {t('answer.signer')}: {answer.signer}
            </p>
          ) : null}
          <p className="muted">{t('answer.rightOfAppeal')}</p>
        </Panel>
      ))}
      {appeal.shares.length > 0 ? (
        <Panel title={t('parts.title')}>
          <SummaryList
            items={appeal.shares.map((share) => ({
              term: share.agency,
              description: (
                <>
                  <p>
                    {t(`share.${share.role}`)} · {t(share.answered ? 'parts.answered' : 'parts.waiting')}
                  </p>
                  {share.part ? <p className="pre-line">{share.part}</p> : null}
                  {share.dueOn && !share.answered ? (
                    <p>
                      {t('receipt.dueOn')}: {share.dueOn}
                    </p>
                  ) : null}
                </>
              ),
            }))}
          />
          {appeal.ended ? null : <p className="muted">{t('parts.overall')}</p>}
        </Panel>
      ) : null}
    </>
  )
}

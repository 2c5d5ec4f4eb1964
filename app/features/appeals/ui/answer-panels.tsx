import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

interface AnswerPanelsProps {
  readonly appeal: DeskAppeal
  readonly filesOf: (files: readonly DeskAppeal['files'][number][]) => ReactNode
}

/** Every answer so far: those that went to the person, and those of co-executors for the lead. */
export function AnswerPanels({ appeal, filesOf }: AnswerPanelsProps) {
  const { t } = useTranslation('appeals')
  return (
    <>
      {appeal.answers.map((answer) => (
        <Panel
          key={answer.id}
          title={t(answer.role === 'co' ? 'answer.co' : 'answer.title')}
          tone={answer.role === 'co' ? 'plain' : 'accent'}
        >
          <SummaryList
            items={[
              ...(appeal.shares.length > 1 ? [{ term: t('answer.of'), description: answer.agency }] : []),
              { term: t('answer.outcome'), description: t(`outcome.${answer.outcome}`) },
              ...(answer.by ? [{ term: t('answer.by'), description: answer.by }] : []),
              ...(answer.signer ? [{ term: t('answer.signer'), description: answer.signer }] : []),
              { term: t('answer.on'), description: answer.at },
              ...(answer.hash ? [{ term: t('answer.hash'), description: <code>{answer.hash}</code> }] : []),
              ...(answer.intact === undefined
                ? []
                : [
                    {
                      term: t('answer.signature'),
                      description: (
                        <StatusTag
                          tone={answer.intact ? 'good' : 'danger'}
                          text={t(answer.intact ? 'answer.intact' : 'answer.broken')}
                        />
                      ),
                    },
                  ]),
            ]}
          />
          {answer.role === 'co' ? <p className="muted">{t('answer.coHint')}</p> : null}
          <p className="pre-line" lang={appeal.language}>
            {answer.text}
          </p>
          {filesOf(answer.files)}
        </Panel>
      ))}
    </>
  )
}

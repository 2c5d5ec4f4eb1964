import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormState } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import { Additions } from './additions.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { toneOf } from './status-tone.ts'
import { timelineItems } from './timeline-items.tsx'

interface DeskAppealPageProps {
  readonly appeal: DeskAppeal
  /** How a list of files is shown. */
  readonly filesOf: (files: readonly DeskAppeal['files'][number][]) => ReactNode
}

/** One appeal at work: what it says, who brought it, what may be done now, what was done. */
export function DeskAppealPage({ appeal, filesOf }: DeskAppealPageProps) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { applicant, answer } = appeal
  const answering = useFormState('answer')
  const errors = [...useFormState('assign').summary, ...answering.summary]
  // Somebody was faster: the words of the slower one are still his.
  const kept = appeal.canAnswer ? undefined : answering.value('text')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={errors} />
      <PageHeading
        caption={t('tracked.title')}
        title={appeal.number}
        back={{ href: paths.worklist(), label: t('desk.back') }}
        actions={
          appeal.overdue ? (
            <StatusTag tone="danger" text={t('status.overdue')} />
          ) : (
            <StatusTag tone={toneOf(appeal.status)} text={t(`status.${appeal.status}`)} />
          )
        }
      />
      <Panel title={t('desk.text')}>
        <p className="pre-line" lang={appeal.language}>
          {appeal.text}
        </p>
        {filesOf(appeal.files)}
      </Panel>
      <Additions appeal={appeal} filesOf={filesOf} />
      {appeal.canAnswer ? <AnswerForm version={appeal.version} language={appeal.language} /> : null}
      {appeal.canAssign ? <AssignForm version={appeal.version} agencies={appeal.assignable} /> : null}
      {answer ? (
        <Panel title={t('answer.title')} tone="accent">
          <SummaryList
            items={[
              { term: t('answer.outcome'), description: t(`outcome.${answer.outcome}`) },
              { term: t('answer.by'), description: answer.by },
              { term: t('answer.on'), description: answer.at },
            ]}
          />
          <p className="pre-line" lang={appeal.language}>
            {answer.text}
          </p>
        </Panel>
      ) : null}
      {kept ? (
        <Panel title={t('reply.kept')}>
          <p className="pre-line">{kept}</p>
        </Panel>
      ) : null}
      {appeal.noAct ? <Banner title={t('noAct.title')}>{t(`noAct.${appeal.noAct}`)}</Banner> : null}
      <div className="grid-2">
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
        <Panel title={t('desk.facts')}>
          <SummaryList
            items={[
              ...(appeal.agencies.length > 0
                ? [{ term: t('desk.current'), description: appeal.agencies.join(', ') }]
                : []),
              ...(appeal.place
                ? [{ term: t('applicant.place'), description: <span className="pre-line">{appeal.place}</span> }]
                : []),
              { term: t('desk.kind'), description: t(`kind.${appeal.legalKind}`) },
              { term: t('receipt.receivedAt'), description: appeal.receivedAt },
              { term: t('receipt.registeredOn'), description: appeal.registeredOn },
              { term: t('receipt.dueOn'), description: appeal.dueOn },
            ]}
          />
        </Panel>
      </div>
      <Panel title={t('desk.history')}>
        <Timeline items={timelineItems(t, appeal.timeline)} />
      </Panel>
    </div>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Presence } from '#app/ui/presence.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import type { Done } from '../done.ts'
import { Additions } from './additions.tsx'
import { AnswerPanels } from './answer-panels.tsx'
import { AppealFacts } from './appeal-facts.tsx'
import { DoneNotice } from './done-notice.tsx'
import { NoteForm } from './note-form.tsx'
import { SharesPanel } from './shares-panel.tsx'
import { toneOf } from './status-tone.ts'
import { timelineItems } from './timeline-items.tsx'
import { WorkPanels, type AnswerParts } from './work-panels.tsx'

interface DeskAppealPageProps {
  readonly appeal: DeskAppeal
  /** How a list of files is shown. */
  readonly filesOf: (files: readonly DeskAppeal['files'][number][]) => ReactNode
  /** Who it belongs to beside who brought it, and what it has to do with other appeals, as panels. */
  readonly people: ReactNode
  /** What the person was told, as a panel. */
  readonly noticeLog: ReactNode
  /** The letters that went out. */
  readonly letters: ReactNode
  /** The acts, and the ones that can be made. */
  readonly acts: ReactNode
  /** What colleagues translate for each other. */
  readonly translations: ReactNode
  /** How the answers were rated, and what a dispatcher decides about it. */
  readonly rating: ReactNode
  readonly parts: AnswerParts
  /** What is asked of the person, as a banner. */
  readonly asked: ReactNode
  /** How it was registered, as a panel. */
  readonly intake: ReactNode
  /** The address of the list it was opened from, without `?`. */
  readonly from: string | undefined
  readonly done: { readonly act: Done; readonly id: string; readonly number: string } | undefined
}

/** One appeal at work: what it says, what may be done now and why not otherwise, who brought it, what was done. */
export function DeskAppealPage({
  appeal,
  filesOf,
  people,
  noticeLog,
  letters,
  rating,
  acts,
  translations,
  parts,
  asked,
  intake,
  from,
  done,
}: DeskAppealPageProps) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { can } = appeal
  const mustDecide = appeal.shares.some(({ canKeep }) => canKeep)
  const writing = [useFormState('submit'), useFormState('draft'), useFormState('template')]
  const translated = [useFormState('askDraftTranslation'), useFormState('takeTranslation')]
  // Somebody was faster: the words of the slower one are still his.
  const kept = [...writing, ...translated].find((form) => form.refusal !== undefined)?.value('text')
  return (
    <div className="stack" data-presence-at={paths.appealLive(appeal.id)}>
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <DoneNotice done={done} appealId={appeal.id} />
      <PageHeading
        caption={t('tracked.title')}
        title={appeal.number}
        back={{ href: `${paths.worklist()}${from ? `?${from}` : ''}`, label: t('desk.back') }}
        actions={
          <>
            {appeal.overdue ? <StatusTag tone="danger" text={t('status.overdue')} /> : null}
            <StatusTag tone={toneOf(appeal.status)} text={t(`status.${appeal.status}`)} />
          </>
        }
      />
      <Presence
        label={t('presence.label')}
        people={appeal.present.map(({ id, name, doing }) => ({
          id,
          name,
          doing: t(`presence.${doing}`),
          editing: doing === 'editing',
        }))}
      />
      {appeal.erased ? <Banner title={t('erased.title')}>{t('erased.what')}</Banner> : null}
      {asked}
      <div className="desk-columns">
        <div className="stack">
          <Panel title={t('desk.text')}>
            <p className="pre-line" lang={appeal.language}>
              {appeal.text}
            </p>
            {filesOf(appeal.files)}
          </Panel>
          <Additions appeal={appeal} filesOf={filesOf} />
          {translations}
          <AnswerPanels appeal={appeal} filesOf={filesOf} />
          {letters}
          {rating}
          {kept ? (
            <Panel title={t('reply.kept')}>
              <p className="pre-line">{kept}</p>
            </Panel>
          ) : null}
          {/* What must be decided within a day comes first. */}
          {mustDecide ? <SharesPanel appeal={appeal} /> : null}
          <WorkPanels appeal={appeal} parts={parts} />
          {mustDecide ? null : <SharesPanel appeal={appeal} />}
          {Object.values(can).some((can) => can === 'yes') ? null : <Banner title={t('noAct.title')} />}
          {acts}
        </div>
        <div className="stack desk-side">
          <AppealFacts appeal={appeal} />
          {intake}
          {people}
        </div>
      </div>
      <div className="grid-2">
        <Panel title={t('desk.history')}>
          <Timeline items={timelineItems(t, appeal.timeline)} />
        </Panel>
        {can.note === 'yes' ? (
          <Panel title={t('notes.title')}>
            <NoteForm appeal={appeal} />
          </Panel>
        ) : null}
      </div>
      {noticeLog}
      <img src={paths.appealLive(appeal.id)} alt="" hidden />
    </div>
  )
}

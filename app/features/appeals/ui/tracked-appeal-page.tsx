import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { TrackedAppeal } from '../tracked-appeal.queries.server.ts'
import { DeadlineDetails } from './deadline-details.tsx'
import { lifeItems } from './life-items.tsx'
import { toneOf } from './status-tone.ts'

interface TrackedAppealPageProps {
  readonly appeal: TrackedAppeal
  /** How a list of files is shown. */
  readonly filesOf: (files: readonly TrackedAppeal['files'][number][]) => ReactNode
  /** What the person was told, as a panel. */
  readonly toldLog: ReactNode
  /** The letters that went out. */
  readonly letters: ReactNode
  /** What is asked of the person. */
  readonly asked: ReactNode
}

/** Where an appeal stands, in plain words, its answer first when there is one, and what may still be done. */
export function TrackedAppealPage({ appeal, filesOf, toldLog, letters, asked }: TrackedAppealPageProps) {
  const { t } = useTranslation('appeals')
  const { locale } = usePageScope()
  const { answers, withdrawal, clocks } = appeal
  return (
    <div className="stack">
      <PageHeading caption={t('tracked.title')} title={appeal.number} />
      {asked}
      {appeal.erased ? <Banner title={t('erased.title')}>{t('erased.what')}</Banner> : null}
      {withdrawal ? (
        <Banner title={t('withdrawn.title', { when: withdrawal.when })}>{t('withdrawn.what')}</Banner>
      ) : null}
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
          ...(withdrawal ? [] : [{ term: t('receipt.dueOn'), description: appeal.dueOn }]),
        ]}
      />
      {clocks ? <DeadlineDetails clocks={clocks} /> : null}
      {answers.map((answer) => (
        <Panel key={answer.id} title={t('answer.title')} tone="accent">
          {appeal.shares.length > 0 ? (
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
          {withdrawal ? null : <p className="muted">{t('parts.overall')}</p>}
        </Panel>
      ) : null}
      {letters}
      {appeal.canAdd || appeal.canWithdraw ? (
        <div className="cluster no-print">
          {appeal.canAdd ? (
            <ButtonLink href={paths.addInformation(locale, appeal.id)} variant="secondary">
              {t('addition.link')}
            </ButtonLink>
          ) : null}
          {appeal.canWithdraw ? (
            <ButtonLink href={paths.withdrawAppeal(locale, appeal.id)} variant="quiet">
              {t('withdraw.link')}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      <Panel title={t('tracked.timeline')}>
        <Timeline items={lifeItems(t, appeal.timeline)} />
      </Panel>
      {toldLog}
      <Panel title={t('tracked.yourText')}>
        <p className="pre-line">{appeal.text}</p>
        {filesOf(appeal.files)}
      </Panel>
      {appeal.additions.map(({ id, when, text, files }) => (
        <Panel key={id} title={t('addition.heading', { when })}>
          {text ? <p className="pre-line">{text}</p> : null}
          {filesOf(files)}
        </Panel>
      ))}
    </div>
  )
}

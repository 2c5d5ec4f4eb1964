import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { TrackedAppeal } from '../tracked-appeal.queries.server.ts'
import { lifeItems } from './life-items.tsx'
import { TrackedState } from './tracked-state.tsx'

interface TrackedAppealPageProps {
  readonly appeal: TrackedAppeal
  /** The appeal that goes on in its place. */
  readonly whole: TrackedAppeal | undefined
  /** How a list of files is shown, of this appeal or of another. */
  readonly filesOf: (files: readonly TrackedAppeal['files'][number][], appealId?: string) => ReactNode
  /** What the person was told, as a panel. */
  readonly toldLog: ReactNode
  /** The letters that went out. */
  readonly letters: ReactNode
  /** What was decided beside the answer, and what waits for the person. */
  readonly acts: ReactNode
  /** What the person says of the answer, or may say. */
  readonly rating: ReactNode
  /** What is asked of the person. */
  readonly asked: ReactNode
}

/** Where an appeal stands, in plain words, its answer first when there is one, and what may still be done. */
export function TrackedAppealPage(props: TrackedAppealPageProps) {
  const { appeal, whole, filesOf, toldLog, letters, acts, rating, asked } = props
  const { t } = useTranslation('appeals')
  const { locale } = usePageScope()
  return (
    <div className="stack">
      <PageHeading caption={t('tracked.title')} title={appeal.number} />
      {asked}
      {appeal.erased ? <Banner title={t('erased.title')}>{t('erased.what')}</Banner> : null}
      {appeal.ended ? (
        <Banner title={t('withdrawn.title', { when: appeal.ended })}>{t('withdrawn.what')}</Banner>
      ) : null}
      {appeal.left ? <Banner title={t('leave.left', { when: appeal.left })}>{t('leave.leftWhat')}</Banner> : null}
      {appeal.mergedInto ? (
        <Banner title={t('merged.title', { number: appeal.mergedInto.number })}>{t('merged.what')}</Banner>
      ) : null}
      {appeal.standing === 'cosigner' ? <p className="muted">{t('tracked.asCosigner')}</p> : null}
      <TrackedState appeal={appeal} filesOf={filesOf} acts={acts} />
      {letters}
      {rating}
      {appeal.canAdd || appeal.canWithdraw ? (
        <div className="cluster no-print">
          {appeal.canAdd ? (
            <ButtonLink href={paths.addInformation(locale, appeal.id)} variant="secondary">
              {t('addition.link')}
            </ButtonLink>
          ) : null}
          {appeal.canWithdraw ? (
            <ButtonLink href={paths.withdrawAppeal(locale, appeal.id)} variant="quiet">
              {t(appeal.people > 1 || appeal.mergedInto ? 'leave.link' : 'withdraw.link')}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      {whole ? (
        <Panel title={t('merged.life')}>
          <div className="stack">
            <TrackedState appeal={whole} filesOf={(files) => filesOf(files, whole.id)} />
            <Timeline items={lifeItems(t, whole.timeline)} />
          </div>
        </Panel>
      ) : null}
      <Panel title={t('tracked.timeline')}>
        <Timeline items={lifeItems(t, appeal.timeline)} />
      </Panel>
      {toldLog}
      {appeal.text || appeal.files.length > 0 ? (
        <Panel title={t('tracked.yourText')}>
          <p className="pre-line">{appeal.text}</p>
          {filesOf(appeal.files)}
        </Panel>
      ) : null}
      {appeal.additions.map(({ id, when, text, files }) => (
        <Panel key={id} title={t('addition.heading', { when })}>
          {text ? <p className="pre-line">{text}</p> : null}
          {filesOf(files)}
        </Panel>
      ))}
    </div>
  )
}

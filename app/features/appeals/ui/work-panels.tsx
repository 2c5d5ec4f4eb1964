import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import { ClassifyForm } from './classify-form.tsx'
import { ContestForm } from './contest-form.tsx'
import { DraftForm } from './draft-form.tsx'
import { GiveForm } from './give-form.tsx'
import { OwnPart } from './own-part.tsx'
import { RoutingHints } from './routing-hints.tsx'
import { reasonOf } from './share-tone.ts'
import { SignPanel } from './sign-panel.tsx'
import { SplitForm } from './split-form.tsx'
import type { SuggestedRouting } from './suggested.ts'

/** What other features put into the forms. */
export interface AnswerParts {
  /** Beside the text that is written. */
  readonly templates: ReactNode
  /** Before it is sent for signature, and before it is signed. */
  readonly draftChecks: ReactNode
  readonly signChecks: ReactNode
  readonly routing: SuggestedRouting | undefined
}

/** What this person may do with an appeal: now, or why not now. What is nothing for them does not stand here. */
export function WorkPanels({ appeal, parts }: { appeal: DeskAppeal; parts: AnswerParts }) {
  const { t } = useTranslation('appeals')
  const { can, status, own } = appeal
  const why = (act: keyof typeof can) => (can[act] === 'notNow' ? t(`whyNot.${status}`) : undefined)
  const returned = appeal.draft?.returned
  return (
    <>
      {returned && can.draft === 'yes' ? (
        <Banner tone="warning" title={t('draft.returned', { who: returned.by, when: returned.at })}>
          <p className="pre-line">{returned.reason}</p>
        </Banner>
      ) : null}
      {can.draft === 'yes' ? (
        <Panel title={t('reply.title')}>
          <OwnPart own={own} />
          <DraftForm appeal={appeal} templates={parts.templates} checks={parts.draftChecks} />
        </Panel>
      ) : null}
      {can.draft === 'notNow' && can.sign === 'no' && own?.status !== 'awaitingSignature' ? (
        <Panel title={t('reply.title')}>
          <Button disabledReason={t(`whyNot.${own ? reasonOf[own.status] : 'withdrawn'}`)}>{t('reply.send')}</Button>
        </Panel>
      ) : null}
      <SignPanel appeal={appeal} checks={parts.signChecks} />
      <ContestForm appeal={appeal} />
      {can.classify === 'no' ? null : (
        <Panel title={t('classify.title')}>
          <ClassifyForm appeal={appeal} whyNot={why('classify')} suggested={parts.routing?.category} />
        </Panel>
      )}
      {can.assign === 'no' ? null : (
        <Panel title={t('assign.title')}>
          {parts.routing?.agency?.shown}
          <RoutingHints hints={appeal.hints} />
          <div className="grid-2">
            <GiveForm
              act="assign"
              version={appeal.version}
              bodies={appeal.assignable}
              hint={t('assign.hint')}
              whyNot={why('assign')}
              suggested={parts.routing?.agency}
            />
            <GiveForm
              act="forward"
              version={appeal.version}
              bodies={appeal.forwardable}
              hint={t(appeal.forwardLate ? 'forward.hintLate' : 'forward.hint', { day: appeal.forwardBy })}
              whyNot={why('forward')}
              suggested={parts.routing?.agency}
              files={appeal.brought}
            />
          </div>
          {can.split === 'yes' ? <SplitForm appeal={appeal} suggested={parts.routing?.agency} /> : null}
        </Panel>
      )}
    </>
  )
}

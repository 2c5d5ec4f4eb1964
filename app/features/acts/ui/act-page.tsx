import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskAct } from '../desk-act.queries.server.ts'
import type { Done } from '../done.ts'
import { ActFacts } from './act-facts.tsx'
import { ActFields } from './act-fields.tsx'
import { toneOf } from './act-tone.ts'
import { HearingPanel } from './hearing-panel.tsx'
import { TellingPanel } from './telling-panel.tsx'

/** One act: what it says, what may be done with it now, and what followed from it. */
export function ActPage({ act, done }: { act: DeskAct; done: Done | undefined }) {
  const { t } = useTranslation('acts')
  const { t: appeals } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { people, signature } = act
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      {done ? <Notification text={t(`done.${done}`)} /> : null}
      <PageHeading
        caption={`${appeals('tracked.title')} ${act.appealNumber}`}
        title={t(`kind.${act.kind}`)}
        back={{ href: paths.appeal(act.appealId), label: t('mine.back') }}
        actions={<StatusTag tone={toneOf[act.status]} text={t(`status.${act.status}`)} />}
      />
      {act.returnReason ? (
        <Banner tone="warning" title={t('return.returned')}>
          <p className="pre-line">{act.returnReason}</p>
        </Banner>
      ) : null}
      <Panel title={act.kind === 'hearing' ? t('field.preliminary') : t('field.text')}>
        <ActFacts
          act={act}
          more={[
            { term: t('field.agency'), description: act.agency },
            { term: t('field.earlier'), description: act.earlier },
            { term: t('field.drafted'), description: people.drafted },
            { term: t('field.approved'), description: people.approved },
            { term: t('field.signer'), description: people.signer },
          ]}
        />
        <p className="pre-line" lang={act.language}>
          {act.text}
        </p>
        {signature ? (
          <p className="muted">
            {t('field.hash')}: <code>{signature.hash}</code>{' '}
            <StatusTag
              tone={signature.intact ? 'good' : 'danger'}
              text={signature.intact ? t('signature.intact') : t('signature.broken')}
            />
          </p>
        ) : null}
      </Panel>
      <Steps act={act} />
      {act.hearing ? <HearingPanel act={act} hearing={act.hearing} /> : null}
      {act.told ? <TellingPanel told={act.told} canTell={act.canTell} /> : null}
    </div>
  )
}

/** What may be done with an act that is not signed yet. */
function Steps({ act }: { act: DeskAct }) {
  const { t } = useTranslation('acts')
  const drafting = useFormState('redraft')
  const returning = useFormState('return')
  const version = <HiddenFields values={{ version: String(act.version) }} />
  return (
    <>
      {act.isOwn && (act.status === 'drafted' || act.status === 'approved') ? <Banner title={t('own')} /> : null}
      {act.canApprove ? (
        <Panel title={t('approve.title')} tone="accent">
          <PostForm intent="approve" className="stack">
            {version}
            <p className="muted">{t('approve.hint')}</p>
            <div>
              <Button>{t('approve.send')}</Button>
            </div>
          </PostForm>
        </Panel>
      ) : null}
      {act.canSign ? (
        <Panel title={t('sign.title')} tone="accent">
          <PostForm intent="sign" className="stack">
            {version}
            <p className="muted">{t('sign.hint')}</p>
            <div>
              <Button>{t('sign.send')}</Button>
            </div>
          </PostForm>
        </Panel>
      ) : null}
      {act.canReturn ? (
        <Details summary={t('return.title')} open={returning.sent}>
          <PostForm intent="return" className="stack">
            {version}
            <TextArea
              name="reason"
              label={t('return.reason')}
              rows={3}
              defaultValue={returning.value('reason')}
              error={returning.error('reason')}
            />
            <div>
              <Button variant="secondary">{t('return.send')}</Button>
            </div>
          </PostForm>
        </Details>
      ) : null}
      {act.form ? (
        <Details summary={t('draft.edit')} open={drafting.sent}>
          <PostForm intent="redraft" className="stack">
            <HiddenFields
              values={{
                version: String(act.version),
                kind: act.kind,
                assignmentId: act.form.share || undefined,
                submissionKey: act.submissionKey,
              }}
            />
            <ActFields form={act.form} state={drafting} typed={act.typed} />
            <div>
              <Button variant="secondary">{t('draft.saveAgain')}</Button>
            </div>
          </PostForm>
        </Details>
      ) : null}
      {act.canDiscard ? (
        <Details summary={t('discard.title')}>
          <PostForm intent="discard" className="stack">
            {version}
            <p className="muted">{t('discard.hint')}</p>
            <div>
              <Button variant="danger">{t('discard.send')}</Button>
            </div>
          </PostForm>
        </Details>
      ) : null}
    </>
  )
}

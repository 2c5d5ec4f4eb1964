import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import { reasonOf } from './share-tone.ts'

/** Why an answer cannot be signed now: what it waits for, or where the share stands. Undefined where it can. */
function useWhyNotSign({ can, own }: DeskAppeal): string | undefined {
  const { t } = useTranslation('appeals')
  if (can.sign === 'notNow') return t(`whyNot.${own ? reasonOf[own.status] : 'withdrawn'}`)
  if (!own || own.waiting.length === 0) return undefined
  return t('whyNot.partsOpen', { bodies: own.waiting.join('; ') })
}

/** The answer that waits for a signature: read, then signed or returned. */
export function SignPanel({ appeal, checks }: { appeal: DeskAppeal; checks: ReactNode }) {
  const { t } = useTranslation('appeals')
  const { draft, can, shareVersion: version, language, own, smsPreview } = appeal
  const returning = useFormState('return')
  const waits = own?.status === 'awaitingSignature' && draft
  const isForPerson = own?.role !== 'co'
  const whyNot = useWhyNotSign(appeal)
  if (can.sign === 'no' && !waits) return null
  return (
    <Panel title={t('sign.title')} tone={can.sign === 'yes' ? 'accent' : 'plain'}>
      {waits ? (
        <>
          <SummaryList
            items={[
              { term: t('answer.outcome'), description: draft.outcome ? t(`outcome.${draft.outcome}`) : '—' },
              { term: t('sign.preparedBy'), description: `${draft.editedBy}, ${draft.editedAt}` },
            ]}
          />
          <p className="pre-line" lang={language}>
            {draft.text}
          </p>
        </>
      ) : null}
      {can.sign === 'no' ? null : (
        <>
          <PostForm intent="sign" className="stack">
            <HiddenFields values={{ version: String(version) }} />
            {whyNot === undefined ? checks : null}
            <div>
              <Button disabledReason={whyNot}>{t('sign.send')}</Button>
            </div>
            {whyNot === undefined && isForPerson ? <p className="muted">{t('sign.final')}</p> : null}
            {smsPreview ? (
              <div className="stack">
                <p>{t('sign.sms')}</p>
                <InsetText lang={language}>{smsPreview.text}</InsetText>
                <p className="muted">{t('sign.smsSegments', { segments: smsPreview.segments })}</p>
              </div>
            ) : null}
          </PostForm>
          {can.sign === 'yes' ? (
            <Details summary={t('sign.return')} open={returning.sent}>
              <PostForm intent="return" className="stack">
                <HiddenFields values={{ version: String(version) }} />
                <TextArea
                  name="reason"
                  label={t('sign.reason')}
                  hint={t('sign.reasonHint')}
                  rows={3}
                  defaultValue={returning.value('reason')}
                  error={returning.error('reason')}
                />
                <div>
                  <Button variant="secondary">{t('sign.return')}</Button>
                </div>
              </PostForm>
            </Details>
          ) : null}
        </>
      )}
    </Panel>
  )
}

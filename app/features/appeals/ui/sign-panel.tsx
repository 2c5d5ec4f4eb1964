import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

/** The answer that waits for a signature: read, then signed or returned. */
export function SignPanel({ appeal }: { appeal: DeskAppeal }) {
  const { t } = useTranslation('appeals')
  const { draft, can, version, language, status } = appeal
  const returning = useFormState('return')
  const waits = status === 'awaitingSignature' && draft
  const whyNot = can.sign === 'notNow' ? t(`whyNot.${status}`) : undefined
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
            <div>
              <Button disabledReason={whyNot}>{t('sign.send')}</Button>
            </div>
            {whyNot === undefined ? <p className="muted">{t('sign.final')}</p> : null}
          </PostForm>
          {whyNot === undefined ? (
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

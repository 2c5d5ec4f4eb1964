import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { attendances } from '../acts.schema.ts'
import type { DeskAct, Hearing } from '../desk-act.queries.server.ts'

/** What the person says to the preliminary decision, and the protocol of the hearing. */
export function HearingPanel({ act, hearing }: { act: DeskAct; hearing: Hearing }) {
  const { t } = useTranslation('acts')
  const { said, protocol, objectUntil } = hearing
  return (
    <Panel title={t('hearing.title')}>
      <SummaryList
        items={[
          {
            term: t('hearing.position'),
            description: said ? `${t(`hearing.${said.position}`)}, ${said.at}` : t('hearing.waiting'),
          },
          { term: t('field.objectUntil'), description: objectUntil },
        ]}
      />
      {said?.text ? <p className="pre-line">{said.text}</p> : null}
      <h3>{t('hearing.protocol')}</h3>
      {protocol ? (
        <Protocol protocol={protocol} />
      ) : act.canKeepProtocol ? (
        <ProtocolForm />
      ) : (
        <p className="muted">{t('hearing.later', { when: act.hearsAt })}</p>
      )}
    </Panel>
  )
}

/** A kept protocol, as staff and the person read it. */
export function Protocol({ protocol }: { protocol: NonNullable<Hearing['protocol']> }) {
  const { t } = useTranslation('acts')
  return (
    <>
      <SummaryList
        items={[
          { term: t('hearing.attendance'), description: t(`hearing.${protocol.attendance}`) },
          { term: t('hearing.keptBy'), description: protocol.by },
          { term: t('field.hash'), description: <code>{protocol.hash}</code> },
        ]}
      />
      <p className="pre-line">{protocol.text}</p>
    </>
  )
}

function ProtocolForm() {
  const { t } = useTranslation('acts')
  const { value, error } = useFormState('protocol')
  return (
    <PostForm intent="protocol" className="stack">
      <RadioGroup
        name="attendance"
        label={t('hearing.attendance')}
        inline
        options={attendances.map((one) => ({ value: one, label: t(`hearing.${one}`) }))}
        defaultValue={value('attendance')}
        error={error('attendance')}
      />
      <TextArea
        name="text"
        label={t('hearing.protocolText')}
        rows={8}
        spellCheck
        defaultValue={value('text')}
        error={error('text')}
      />
      <p className="muted">{t('hearing.keepHint')}</p>
      <div>
        <Button>{t('hearing.keep')}</Button>
      </div>
    </PostForm>
  )
}

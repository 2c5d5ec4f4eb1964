import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Cosigners } from '../cosigners.queries.server.ts'
import { SignerFields } from './signer-fields.tsx'

interface CosignersPanelProps {
  readonly cosigners: Cosigners
  /** Of the appeal: most who sign it speak it too. */
  readonly language: LocaleCode
}

/** For colleagues: who signed an appeal too, and who has left it; a dispatcher adds people and notes that one left. */
export function CosignersPanel({ cosigners, language }: CosignersPanelProps) {
  const { t } = useTranslation('cosigners')
  const added = useFormState('addCosigner')
  const { people, canAdd, submissionKey } = cosigners
  if (people.length === 0 && !canAdd) return null
  return (
    <Panel title={t('title')}>
      {people.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <SummaryList
        items={people.map((person) => ({
          term: person.name || t('erased'),
          description: (
            <>
              <p>{[person.contacts || t('noContacts'), t(`languages.${person.language}`)].join(' · ')}</p>
              {person.left ? <StatusTag text={t('left', { when: person.left })} /> : null}
              {person.canRemove ? <RemoveForm id={person.id} name={person.name} /> : null}
            </>
          ),
        }))}
      />
      {canAdd ? (
        <Details summary={t('add.open')} open={added.sent}>
          <PostForm intent="addCosigner" className="stack">
            <HiddenFields values={{ submissionKey: added.value('submissionKey') ?? submissionKey }} />
            <p>{t('add.hint')}</p>
            <SignerFields form={added} language={language} hasSms />
            <div>
              <Button variant="secondary">{t('add.send')}</Button>
            </div>
          </PostForm>
        </Details>
      ) : null}
    </Panel>
  )
}

function RemoveForm({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('cosigners')
  const { value, error } = useFormState('removeCosigner')
  // The form stands once for each person; only the one that was sent shows what came back.
  const isSent = value('cosignerId') === id
  return (
    <Details summary={t('remove.open')} open={isSent}>
      <PostForm intent="removeCosigner" className="stack">
        <HiddenFields values={{ cosignerId: id }} />
        <TextField
          id={isSent ? 'leftReason' : `leftReason-${id}`}
          name="leftReason"
          label={t('remove.reason')}
          hint={t('remove.hint')}
          defaultValue={isSent ? value('leftReason') : undefined}
          error={isSent ? error('leftReason') : undefined}
        />
        <div>
          <Button variant="danger" small about={name}>
            {t('remove.send')}
          </Button>
        </div>
      </PostForm>
    </Details>
  )
}

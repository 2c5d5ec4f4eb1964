import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

/** A word to colleagues, to one of them above all. */
export function NoteForm({ appeal }: { appeal: DeskAppeal }) {
  const { t } = useTranslation('appeals')
  const { value, error } = useFormState('note')
  return (
    <PostForm intent="note" className="stack">
      <HiddenFields values={{ submissionKey: value('submissionKey') ?? appeal.noteKey }} />
      <TextArea
        name="note"
        label={t('notes.text')}
        hint={t('notes.hint')}
        rows={3}
        defaultValue={value('note')}
        error={error('note')}
      />
      <SelectField
        name="mention"
        label={t('notes.mention')}
        emptyLabel={t('notes.nobody')}
        options={appeal.colleagues.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        defaultValue={value('mention')}
        error={error('mention')}
      />
      <div>
        <Button variant="secondary">{t('notes.send')}</Button>
      </div>
    </PostForm>
  )
}

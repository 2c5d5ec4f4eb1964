import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface DeskFormProps {
  /** Left out for a new one. */
  readonly desk?: { readonly label: string; readonly agencyId: string; readonly version: number }
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly submissionKey: string
}

/** What stands on the sign of a desk, and who sits there. */
export function DeskForm({ desk, agencies, submissionKey }: DeskFormProps) {
  const { t } = useTranslation('halls')
  const { t: changes } = useTranslation('changes')
  const intent = desk ? 'change' : 'addDesk'
  const { value, error } = useFormState(intent)
  return (
    <PostForm intent={intent} className="stack">
      <HiddenFields values={{ submissionKey, version: desk && String(desk.version) }} />
      <TextField
        name="label"
        label={t('desk.label')}
        hint={t('desk.labelHint')}
        width="short"
        autoComplete="off"
        defaultValue={value('label') ?? desk?.label}
        error={error('label')}
      />
      <SelectField
        name="agencyId"
        label={t('desk.agency')}
        emptyLabel={t('desk.choose')}
        options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
        defaultValue={value('agencyId') ?? desk?.agencyId}
        error={error('agencyId')}
      />
      <div>
        <Button>{desk ? changes('act.save') : t('desk.add')}</Button>
      </div>
    </PostForm>
  )
}

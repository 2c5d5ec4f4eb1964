import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

interface AssignSelectedFormProps {
  /** The form that the list's checkboxes belong to. */
  readonly id: string
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** One order for all appeals that are ticked in the list. */
export function AssignSelectedForm({ id, agencies }: AssignSelectedFormProps) {
  const { t } = useTranslation('appeals')
  const { value, error } = useFormState('assign')
  return (
    <PostForm id={id} intent="assign" className="filters-row">
      <SelectField
        name="agencyId"
        label={t('selected.agency')}
        emptyLabel={t('assign.choose')}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={value('agencyId')}
        error={error('agencyId') ?? error('appeal')}
      />
      <Button variant="secondary">{t('selected.send')}</Button>
    </PostForm>
  )
}

import { useTranslation } from 'react-i18next'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

interface AssignFormProps {
  readonly version: number
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** The order of a dispatcher to a department of the akimat. */
export function AssignForm({ version, agencies }: AssignFormProps) {
  const { t } = useTranslation('appeals')
  const { value, error } = useFormState('assign')
  return (
    <Panel title={t('assign.title')}>
      <PostForm intent="assign" className="stack">
        <HiddenFields values={{ version: String(version) }} />
        <SelectField
          name="agencyId"
          label={t('assign.agency')}
          emptyLabel={t('assign.choose')}
          options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
          defaultValue={value('agencyId')}
          error={error('agencyId')}
        />
        <div>
          <Button>{t('assign.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

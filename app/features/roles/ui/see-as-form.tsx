import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

interface SeeAsFormProps {
  /** Of which one is chosen, where people of the role work for one. */
  readonly agencies: readonly { readonly id: string; readonly name: string }[] | undefined
}

/** To look at the pages of a role, without doing anything there. */
export function SeeAsForm({ agencies }: SeeAsFormProps) {
  const { t } = useTranslation('roles')
  const { value, error } = useFormState('see')
  return (
    <Panel title={t('see.title')}>
      <PostForm intent="see" className="stack">
        <p>{t('see.what')}</p>
        {agencies ? (
          <SelectField
            name="agencyId"
            label={t('see.agency')}
            emptyLabel={t('see.choose')}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value('agencyId')}
            error={error('agencyId')}
          />
        ) : null}
        <div>
          <Button variant="secondary">{t('see.begin')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

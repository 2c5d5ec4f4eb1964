import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface VisitFormProps {
  readonly services: readonly { readonly id: string; readonly name: string; readonly letter: string }[]
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly submissionKey: string
}

/** What a visitor comes for, in which language; whoever wants gives a name and a number. */
export function VisitForm({ services, groups, submissionKey }: VisitFormProps) {
  const { t } = useTranslation('visits')
  const { value, error } = useFormState('open')
  if (services.length === 0) return <p className="muted">{t('reception.noServices')}</p>
  return (
    <Panel title={t('reception.new')}>
      <PostForm intent="open" className="stack visit-form">
        <HiddenFields values={{ submissionKey }} />
        <CheckboxGroup
          name="serviceId"
          label={t('form.services')}
          options={services.map(({ id, name, letter }) => ({ value: id, label: `${letter} · ${name}` }))}
          defaultValues={value('serviceId')?.split(',') ?? []}
          error={error('serviceId')}
        />
        <RadioGroup
          name="locale"
          label={t('form.language')}
          inline
          options={localeLabels.map(({ code, label }) => ({ value: code, label, lang: code }))}
          defaultValue={value('locale') ?? 'kk'}
          error={error('locale')}
        />
        {groups.length > 0 ? (
          <SelectField
            name="priorityGroupId"
            label={t('form.group')}
            emptyLabel={t('form.noGroup')}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value('priorityGroupId')}
            error={error('priorityGroupId')}
          />
        ) : null}
        <div className="grid-2">
          <TextField
            name="fullName"
            label={t('form.name')}
            optionalLabel={t('form.optional')}
            autoComplete="off"
            defaultValue={value('fullName')}
            error={error('fullName')}
          />
          <TextField
            name="phone"
            type="tel"
            label={t('form.phone')}
            optionalLabel={t('form.optional')}
            autoComplete="off"
            defaultValue={value('phone')}
            error={error('phone')}
          />
        </div>
        <div>
          <Button>{t('form.open')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

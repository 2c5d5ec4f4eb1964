import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

interface InsertTemplateProps {
  readonly templates: readonly { readonly id: string; readonly name: string }[]
  readonly language: string
}

/** Puts a template below what is written in the same form, and saves it; nothing where there is no template. */
export function InsertTemplateField({ templates, language }: InsertTemplateProps) {
  const { t } = useTranslation('templates')
  const { error } = useFormState('template')
  if (templates.length === 0) return null
  return (
    <div className="stack">
      <SelectField
        name="templateId"
        label={t('insert.label')}
        hint={t('insert.hint')}
        emptyLabel={t('insert.choose')}
        options={templates.map(({ id, name }) => ({ value: id, label: name, lang: language }))}
        error={error('templateId')}
      />
      <div>
        <Button name="intent" value="template" variant="secondary">
          {t('insert.button')}
        </Button>
      </div>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { asTyped, filledFields, writtenFields } from '../merge.ts'
import type { getAdminTemplate, listTemplateCategories } from '../templates.queries.server.ts'

interface TemplateFormProps {
  /** Left out for a new one. */
  readonly template?: Awaited<ReturnType<typeof getAdminTemplate>>
  readonly categories: Awaited<ReturnType<typeof listTemplateCategories>>
  readonly submissionKey: string
}

/** What answers begin with, for whom, and the fields that may stand in it. */
export function TemplateForm({ template, categories, submissionKey }: TemplateFormProps) {
  const { t } = useTranslation('templates')
  const { t: changes } = useTranslation('changes')
  const { value, error } = useFormState(template ? 'change' : '')
  return (
    <Panel>
      <PostForm intent={template ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: template && String(template.version) }} />
        <TextField
          name="name"
          label={t('list.name')}
          hint={t('form.nameHint')}
          autoComplete="off"
          defaultValue={value('name') ?? template?.name}
          error={error('name')}
        />
        <SelectField
          name="language"
          label={t('list.language')}
          options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
          defaultValue={value('language') ?? template?.language}
          error={error('language')}
        />
        <SelectField
          name="categoryId"
          label={t('list.category')}
          emptyLabel={t('list.everyCategory')}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={value('categoryId') ?? template?.categoryId ?? ''}
          error={error('categoryId')}
        />
        <TextArea
          name="text"
          label={t('form.text')}
          hint={t('form.textHint', { example: asTyped('agency') })}
          rows={14}
          spellCheck
          lang={template?.language}
          defaultValue={value('text') ?? template?.text}
          error={error('text')}
        />
        <Details summary={t('form.fields')}>
          <p>{t('form.filled')}</p>
          <SummaryList
            items={filledFields.map((field) => ({ term: asTyped(field), description: t(`field.${field}`) }))}
          />
          <p>{t('form.written')}</p>
          <SummaryList
            items={writtenFields.map((field) => ({ term: asTyped(field), description: t(`field.${field}`) }))}
          />
        </Details>
        <div>
          <Button>{template ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { Worklist } from '../worklist-page.queries.server.ts'

interface SelectedFormProps {
  /** The form that the list's checkboxes belong to. */
  readonly id: string
  readonly list: Worklist
}

/** What can be done with all appeals that are ticked in the list: given to one agency, answered from one template. */
export function SelectedForm({ id, list }: SelectedFormProps) {
  const { t } = useTranslation('appeals')
  const { t: own } = useTranslation('worklists')
  const assigning = useFormState('assign')
  const answering = useFormState('answer')
  return (
    <PostForm id={id} className="filters-row">
      {list.assigns ? (
        <>
          <SelectField
            name="agencyId"
            label={t('selected.agency')}
            emptyLabel={t('assign.choose')}
            options={list.agencies
              .filter(({ level }) => level === 'local')
              .map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={assigning.value('agencyId')}
            error={assigning.error('agencyId') ?? assigning.error('appeal')}
          />
          <Button name="intent" value="assign" variant="secondary">
            {t('selected.send')}
          </Button>
        </>
      ) : null}
      {list.templates.length > 0 ? (
        <>
          <SelectField
            name="templateId"
            label={own('answers.choose')}
            emptyLabel={t('assign.choose')}
            options={list.templates.map(({ id, name, language }) => ({ value: id, label: name, lang: language }))}
            defaultValue={answering.value('templateId')}
            error={answering.error('templateId') ?? answering.error('appeal')}
          />
          <Button name="intent" value="answer" variant="secondary">
            {own('answers.begin')}
          </Button>
        </>
      ) : null}
    </PostForm>
  )
}

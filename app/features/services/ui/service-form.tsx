import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { getAdminService } from '../service-admin.queries.server.ts'

interface Choice {
  readonly id: string
  readonly name: string
}

interface ServiceFormProps {
  /** Left out for a new one, which chooses its hall. */
  readonly service?: Awaited<ReturnType<typeof getAdminService>>
  readonly halls: readonly Choice[]
  readonly agencies: readonly Choice[]
  readonly submissionKey: string
}

const asOptions = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }))

/** What people wait for, who serves it, by which letter its numbers begin, and how soon one is called. */
export function ServiceForm({ service, halls, agencies, submissionKey }: ServiceFormProps) {
  const { t } = useTranslation('services')
  const { t: changes } = useTranslation('changes')
  const { value: typed, error } = useFormState(service ? 'change' : '')
  const { nameKk, nameRu, nameEn } = service ?? {}
  const stored: Readonly<Record<string, string | undefined>> = { nameKk, nameRu, nameEn }
  const value = (field: string) => typed(field) ?? stored[field]
  return (
    <Panel>
      <PostForm intent={service ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: service && String(service.version) }} />
        {service ? null : (
          <SelectField
            name="hallId"
            label={t('list.hall')}
            emptyLabel={t('form.choose')}
            options={asOptions(halls)}
            defaultValue={typed('hallId') ?? (halls.length === 1 ? halls[0]?.id : undefined)}
            error={error('hallId')}
          />
        )}
        <ThreeTexts name="name" label={t('list.name')} languages={localeLabels} value={value} error={error} />
        <SelectField
          name="agencyId"
          label={t('list.agency')}
          emptyLabel={t('form.choose')}
          options={asOptions(agencies)}
          defaultValue={typed('agencyId') ?? service?.agencyId}
          error={error('agencyId')}
        />
        <TextField
          name="letter"
          label={t('list.letter')}
          hint={t('form.letterHint')}
          width="short"
          autoComplete="off"
          defaultValue={typed('letter') ?? service?.letter}
          error={error('letter')}
        />
        <TextField
          name="promiseMinutes"
          label={t('form.promise')}
          hint={t('form.promiseHint')}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed('promiseMinutes') ?? String(service?.promiseMinutes ?? 15)}
          error={error('promiseMinutes')}
        />
        <div>
          <Button>{service ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

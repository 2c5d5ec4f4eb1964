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
import type { getAdminCategory } from '../category-admin.queries.server.ts'
import { legalKinds } from '../category.ts'

interface CategoryFormProps {
  /** Left out for a new one. */
  readonly category?: Awaited<ReturnType<typeof getAdminCategory>>
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly retired: boolean }[]
  readonly submissionKey: string
}

/** What people write about, who usually answers, and what it is in law. */
export function CategoryForm({ category, agencies, submissionKey }: CategoryFormProps) {
  const { t } = useTranslation('categories')
  const { t: changes } = useTranslation('changes')
  const { value: typed, error } = useFormState(category ? 'change' : '')
  const { nameKk, nameRu, nameEn } = category ?? {}
  const stored: Readonly<Record<string, string | undefined>> = { nameKk, nameRu, nameEn }
  const value = (field: string) => typed(field) ?? stored[field]
  // The one it has stays to be seen, even where it is retired.
  const offered = agencies.filter(({ id, retired }) => !retired || id === category?.agencyId)
  return (
    <Panel>
      <PostForm intent={category ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: category && String(category.version) }} />
        <ThreeTexts name="name" label={t('list.name')} languages={localeLabels} value={value} error={error} />
        <TextField
          name="words"
          label={t('form.words')}
          hint={t('form.wordsHint')}
          autoComplete="off"
          defaultValue={typed('words') ?? category?.words}
          error={error('words')}
        />
        <SelectField
          name="agencyId"
          label={t('list.agency')}
          emptyLabel={t('form.choose')}
          options={offered.map(({ id, name, retired }) => ({
            value: id,
            label: retired ? `${name} ${t('form.retiredAgency')}` : name,
          }))}
          defaultValue={typed('agencyId') ?? category?.agencyId}
          error={error('agencyId')}
        />
        <SelectField
          name="legalKind"
          label={t('list.kind')}
          options={legalKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={typed('legalKind') ?? category?.legalKind ?? 'application'}
          error={error('legalKind')}
        />
        <div>
          <Button>{category ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

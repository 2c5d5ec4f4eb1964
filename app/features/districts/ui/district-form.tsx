import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { getAdminDistrict } from '../districts.queries.server.ts'

interface DistrictFormProps {
  /** Left out for a new one. */
  readonly district?: Awaited<ReturnType<typeof getAdminDistrict>>
  readonly submissionKey: string
}

/** How a part of the region is called, and by which words an address is told to lie there. */
export function DistrictForm({ district, submissionKey }: DistrictFormProps) {
  const { t } = useTranslation('districts')
  const { t: changes } = useTranslation('changes')
  const { value: typed, error } = useFormState(district ? 'change' : '')
  const { nameKk, nameRu, nameEn } = district ?? {}
  const stored: Readonly<Record<string, string | undefined>> = { nameKk, nameRu, nameEn }
  const value = (field: string) => typed(field) ?? stored[field]
  return (
    <Panel>
      <PostForm intent={district ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: district && String(district.version) }} />
        <ThreeTexts name="name" label={t('list.name')} languages={localeLabels} value={value} error={error} />
        <TextField
          name="words"
          label={t('form.words')}
          hint={t('form.wordsHint')}
          autoComplete="off"
          defaultValue={typed('words') ?? district?.words}
          error={error('words')}
        />
        <div>
          <Button>{district ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

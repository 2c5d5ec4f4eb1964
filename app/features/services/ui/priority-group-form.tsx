import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { getAdminPriorityGroup } from '../service-admin.queries.server.ts'

interface PriorityGroupFormProps {
  /** Left out for a new one. */
  readonly group?: Awaited<ReturnType<typeof getAdminPriorityGroup>>
  readonly submissionKey: string
}

/** Who comes earlier, and by how much. */
export function PriorityGroupForm({ group, submissionKey }: PriorityGroupFormProps) {
  const { t } = useTranslation('services')
  const { t: changes } = useTranslation('changes')
  const { value: typed, error } = useFormState(group ? 'change' : '')
  const { nameKk, nameRu, nameEn } = group ?? {}
  const stored: Readonly<Record<string, string | undefined>> = { nameKk, nameRu, nameEn }
  const value = (field: string) => typed(field) ?? stored[field]
  return (
    <Panel>
      <PostForm intent={group ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: group && String(group.version) }} />
        <ThreeTexts name="name" label={t('list.name')} languages={localeLabels} value={value} error={error} />
        <TextField
          name="creditMinutes"
          label={t('groups.credit')}
          hint={t('groups.creditHint')}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed('creditMinutes') ?? String(group?.creditMinutes ?? 20)}
          error={error('creditMinutes')}
        />
        <div>
          <Button>{group ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

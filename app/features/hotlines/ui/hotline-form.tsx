import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { hotlineKinds } from '../hotline.ts'
import type { AdminHotline } from '../hotlines.queries.server.ts'

interface HotlineFormProps {
  /** Left out for a new one. */
  readonly hotline?: AdminHotline
  readonly submissionKey: string
}

/** A number and what kind it is. */
export function HotlineForm({ hotline, submissionKey }: HotlineFormProps) {
  const { t } = useTranslation('hotlines')
  const { t: changes } = useTranslation('changes')
  const { value, error } = useFormState(hotline ? 'change' : '')
  return (
    <Panel>
      <PostForm intent={hotline ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: hotline && String(hotline.version) }} />
        <RadioGroup
          name="kind"
          label={t('kind.title')}
          options={hotlineKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={value('kind') ?? hotline?.kind}
          error={error('kind')}
        />
        <TextField
          name="number"
          label={t('list.number')}
          hint={t('form.hint')}
          width="medium"
          inputMode="tel"
          autoComplete="off"
          defaultValue={value('number') ?? hotline?.number}
          error={error('number')}
        />
        <div>
          <Button>{hotline ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

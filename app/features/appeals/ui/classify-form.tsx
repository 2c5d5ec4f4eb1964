import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { legalKinds } from '../appeal.ts'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import type { Suggested } from './suggested.ts'

interface ClassifyFormProps {
  readonly appeal: DeskAppeal
  readonly whyNot: string | undefined
  readonly suggested: Suggested | undefined
}

/** What an appeal is in law and what it is about, as a dispatcher says it. */
export function ClassifyForm({ appeal, whyNot, suggested }: ClassifyFormProps) {
  const { t } = useTranslation('appeals')
  const { value, error } = useFormState('classify')
  return (
    <PostForm intent="classify" className="stack">
      <HiddenFields values={{ version: String(appeal.version), suggested: suggested?.sealed }} />
      {suggested?.shown}
      <div className="grid-2">
        <SelectField
          name="legalKind"
          label={t('desk.kind')}
          hint={t('classify.kindHint')}
          options={legalKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={value('legalKind') ?? appeal.legalKind}
          error={error('legalKind')}
        />
        <SelectField
          name="categoryId"
          label={t('worklist.category')}
          hint={t('classify.categoryHint')}
          emptyLabel={t('classify.none')}
          options={appeal.categories.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={value('categoryId') ?? (appeal.categoryId || suggested?.id)}
          error={error('categoryId')}
        />
      </div>
      <div>
        <Button variant="secondary" disabledReason={whyNot}>
          {t('classify.send')}
        </Button>
      </div>
    </PostForm>
  )
}

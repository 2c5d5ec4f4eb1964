import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { getAdminChoice } from '../choices.queries.server.ts'
import { ratingMeanings } from '../rating.ts'

interface ChoiceFormProps {
  /** Left out for a new one. */
  readonly choice?: Awaited<ReturnType<typeof getAdminChoice>>
  readonly submissionKey: string
}

/** What may be said of an answer, and what it comes to. */
export function ChoiceForm({ choice, submissionKey }: ChoiceFormProps) {
  const { t } = useTranslation('ratings')
  const { t: changes } = useTranslation('changes')
  const { value: typed, error } = useFormState(choice ? 'change' : '')
  const { nameKk, nameRu, nameEn } = choice ?? {}
  const stored: Readonly<Record<string, string | undefined>> = { nameKk, nameRu, nameEn }
  return (
    <Panel>
      <PostForm intent={choice ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: choice && String(choice.version) }} />
        <ThreeTexts
          name="name"
          label={t('list.name')}
          languages={localeLabels}
          value={(field) => typed(field) ?? stored[field]}
          error={error}
        />
        <RadioGroup
          name="meaning"
          label={t('meaning.title')}
          options={ratingMeanings.map((meaning) => ({
            value: meaning,
            label: t(`meaning.${meaning}`),
            hint: meaning === 'notSolved' ? t('meaning.notSolvedHint') : undefined,
          }))}
          defaultValue={typed('meaning') ?? choice?.meaning}
          error={error('meaning')}
        />
        <div>
          <Button>{choice ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

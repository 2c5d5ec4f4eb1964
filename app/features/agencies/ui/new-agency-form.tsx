import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import { EmailField } from './email-field.tsx'
import { LevelField } from './level-field.tsx'

/** An agency that the region did not have. */
export function NewAgencyForm({ submissionKey }: { submissionKey: string }) {
  const { t } = useTranslation('agencies')
  const { t: changes } = useTranslation('changes')
  const { value, error } = useFormState()
  return (
    <Panel>
      <PostForm className="stack">
        <HiddenFields values={{ submissionKey }} />
        <ThreeTexts name="name" label={t('list.name')} languages={localeLabels} value={value} error={error} />
        <LevelField value={value('level')} error={error('level')} />
        <EmailField value={value('email')} error={error('email')} />
        <div>
          <Button>{changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

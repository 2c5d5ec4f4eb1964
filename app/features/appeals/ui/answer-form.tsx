import type { LocaleCode } from '#db/schema/tenant.ts'
import { useTranslation } from 'react-i18next'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { outcomes } from '../appeal.ts'

/** A clerk's answer: how it ends, and the words that go out. */
export function AnswerForm({ version, language }: { version: number; language: LocaleCode }) {
  const { t } = useTranslation('appeals')
  const { value, error } = useFormState('answer')
  return (
    <Panel title={t('reply.title')}>
      <PostForm intent="answer" className="stack">
        <HiddenFields values={{ version: String(version) }} />
        <RadioGroup
          name="outcome"
          label={t('answer.outcome')}
          options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
          defaultValue={value('outcome')}
          error={error('outcome')}
        />
        <TextArea
          name="text"
          label={t('reply.text')}
          hint={t('reply.textHint', { language: t(`language.${language}`) })}
          lang={language}
          rows={10}
          spellCheck
          defaultValue={value('text')}
          error={error('text')}
        />
        <p className="muted">{t('reply.final')}</p>
        <div>
          <Button>{t('reply.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

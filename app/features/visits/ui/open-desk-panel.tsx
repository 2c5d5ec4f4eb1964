import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choices.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

interface OpenDeskPanelProps {
  readonly desks: readonly { readonly id: string; readonly label: string }[]
}

/** At which desk of the agency somebody sits down, and in which languages they serve. */
export function OpenDeskPanel({ desks }: OpenDeskPanelProps) {
  const { t } = useTranslation('visits')
  const { value, error } = useFormState('open')
  if (desks.length === 0) return <EmptyState title={t('open.none')}>{t('open.noneHint')}</EmptyState>
  return (
    <Panel title={t('open.title')}>
      <PostForm intent="open" className="stack">
        <SelectField
          name="deskId"
          label={t('open.desk')}
          options={desks.map(({ id, label }) => ({ value: id, label }))}
          defaultValue={value('deskId')}
          error={error('deskId')}
        />
        <CheckboxGroup
          name="locale"
          label={t('open.languages')}
          inline
          options={localeLabels.map(({ code, label }) => ({ value: code, label, lang: code }))}
          defaultValues={value('locale')?.split(',') ?? ['kk', 'ru']}
          error={error('locale')}
        />
        <div>
          <Button>{t('open.button')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

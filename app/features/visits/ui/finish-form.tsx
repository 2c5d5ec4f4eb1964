import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

interface Choice {
  readonly id: string
  readonly name: string
}

interface TicketFormProps {
  readonly hidden: Readonly<Record<string, string>>
  readonly language: 'kk' | 'ru' | 'en'
}

const outcomes = ['answered', 'referred', 'left'] as const

/** What became of the question: a few taps, and a note where one is needed. */
export function FinishForm({
  hidden,
  language,
  categories,
}: TicketFormProps & { readonly categories: readonly Choice[] }) {
  const { t } = useTranslation('visits')
  const { value, error } = useFormState('finish')
  return (
    <Panel title={t('finish.title')}>
      <PostForm intent="finish" className="stack">
        <HiddenFields values={hidden} />
        <RadioGroup
          name="outcome"
          label={t('finish.outcome')}
          options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
          defaultValue={value('outcome') ?? 'answered'}
          error={error('outcome')}
        />
        <SelectField
          name="categoryId"
          label={t('finish.category')}
          emptyLabel={t('finish.noCategory')}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={value('categoryId')}
          error={error('categoryId')}
        />
        <Spoken id="finishLocale" value={value('locale') ?? language} error={error('locale')} />
        <TextArea
          name="note"
          id="finishNote"
          label={t('finish.note')}
          rows={3}
          defaultValue={value('note')}
          error={error('note')}
        />
        <div>
          <Button>{t('act.finish')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

/** To which service of the hall the person goes on, and what is said to the colleague there. */
export function HandOverForm({
  hidden,
  language,
  services,
}: TicketFormProps & { readonly services: readonly Choice[] }) {
  const { t } = useTranslation('visits')
  const { value, error } = useFormState('handOver')
  return (
    <Panel title={t('handOver.title')}>
      <PostForm intent="handOver" className="stack">
        <HiddenFields values={hidden} />
        <SelectField
          name="serviceId"
          label={t('handOver.to')}
          emptyLabel={t('handOver.choose')}
          options={services.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={value('serviceId')}
          error={error('serviceId')}
        />
        <Spoken id="handOverLocale" value={value('locale') ?? language} error={error('locale')} />
        <TextArea
          name="note"
          id="handOverNote"
          label={t('handOver.note')}
          rows={3}
          defaultValue={value('note')}
          error={error('note')}
        />
        <div>
          <Button variant="secondary">{t('act.handOver')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

function Spoken({
  id,
  value,
  error,
}: {
  readonly id: string
  readonly value: string
  readonly error: string | undefined
}) {
  const { t } = useTranslation('visits')
  return (
    <RadioGroup
      name="locale"
      id={id}
      label={t('finish.language')}
      inline
      options={localeLabels.map(({ code, label }) => ({ value: code, label, lang: code }))}
      defaultValue={value}
      error={error}
    />
  )
}

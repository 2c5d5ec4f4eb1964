import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { FormState } from '#app/core/http/form-reply.ts'
import type { AnswerChannel } from '#db/schema/vocabulary.ts'
import { CheckboxGroup } from '#app/ui/choices.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface ReplyFieldsProps {
  readonly form: Pick<FormState, 'value' | 'error'>
  readonly channels: readonly AnswerChannel[]
}

/** How the person wants to be answered, and where they are reached. */
export function ReplyFields({ form: { value, error }, channels }: ReplyFieldsProps) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  const field = (name: string) => ({ name, defaultValue: value(name), error: error(name) })
  const optional = t('optional')
  return (
    <div className="stack">
      <CheckboxGroup
        name="answerChannels"
        label={appeals('applicant.reply')}
        hint={t('reply.hint')}
        inline
        options={channels.map((channel) => ({ value: channel, label: appeals(`channel.${channel}`) }))}
        defaultValues={(value('answerChannels') ?? '').split(' ')}
        error={error('answerChannels')}
      />
      <div className="grid-2">
        <TextField
          {...field('email')}
          type="email"
          label={appeals('applicant.email')}
          autoComplete="off"
          optionalLabel={optional}
        />
        <TextField
          {...field('phone')}
          type="tel"
          label={appeals('applicant.phone')}
          hint={t('reply.phoneHint')}
          autoComplete="off"
          optionalLabel={optional}
        />
      </div>
    </div>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { anotherBody } from '../split-rows.ts'

interface ContestFieldsProps {
  readonly intent: string
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
}

/** Whose an appeal is, and why it is not one's own. */
export function ContestFields({ intent, bodies }: ContestFieldsProps) {
  const { t } = useTranslation('appeals')
  const { sent, value, error } = useFormState(intent)
  return (
    <>
      <SelectField
        name="rightAgency"
        label={t('contest.right')}
        emptyLabel={t('assign.choose')}
        options={[
          ...bodies.map(({ id, name }) => ({ value: id, label: name })),
          { value: anotherBody, label: t('contest.another') },
        ]}
        defaultValue={value('rightAgency')}
        error={error('rightAgency')}
      />
      <TextArea
        id={sent ? 'reason' : 'contestReason'}
        name="reason"
        label={t('contest.title')}
        hint={t('contest.reasonHint')}
        rows={4}
        spellCheck
        defaultValue={value('reason')}
        error={error('reason')}
      />
    </>
  )
}

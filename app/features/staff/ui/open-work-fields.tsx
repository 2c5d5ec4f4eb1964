import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import type { OpenWorkCounts } from '#app/core/open-work.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import type { Colleague } from '../colleagues.queries.server.ts'

interface OpenWorkFieldsProps {
  readonly open: OpenWorkCounts
  readonly colleagues: readonly Colleague[]
}

const kinds = ['answerDrafts', 'acts', 'translations', 'mentions'] as const

/** What a member has open, and to whom it goes when they leave. */
export function OpenWorkFields({ open, colleagues }: OpenWorkFieldsProps) {
  const { t } = useTranslation('staff')
  const { value, error } = useFormState('retire')
  const shown = kinds.filter((kind) => open[kind])
  if (shown.length === 0) return <p>{t('work.none')}</p>
  return (
    <>
      <p>{t('work.lead')}</p>
      <ul>
        {shown.map((kind) => (
          <li key={kind}>{`${t(`work.${kind}`)}: ${open[kind]}`}</li>
        ))}
      </ul>
      <SelectField
        name="receiverId"
        label={t('work.receiver')}
        hint={t('work.receiverHint')}
        emptyLabel={t('work.pile')}
        options={colleagues.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        defaultValue={value('receiverId')}
        error={error('receiverId')}
      />
    </>
  )
}

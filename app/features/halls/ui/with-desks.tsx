import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { Checkbox } from '#app/ui/choices.tsx'

/** Asks back before the desks of a hall go with it. */
export function WithDesks() {
  const { t } = useTranslation('halls')
  const { error } = useFormState('retire')
  return <Checkbox name="withDesks" label={t('retire.withDesks')} error={error('withDesks')} />
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { TextField } from '#app/ui/text-field.tsx'

interface EmailFieldProps {
  readonly value: string | undefined
  readonly error: string | undefined
}

/** Where a body without accounts gets what is forwarded to it. */
export function EmailField({ value, error }: EmailFieldProps) {
  const { t } = useTranslation('agencies')
  return (
    <TextField
      name="email"
      type="email"
      label={t('email.label')}
      hint={t('email.hint')}
      optionalLabel={t('email.optional')}
      inputMode="email"
      autoComplete="off"
      spellCheck={false}
      defaultValue={value}
      error={error}
    />
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { RadioGroup } from '#app/ui/choices.tsx'

interface LevelFieldProps {
  readonly value: string | undefined
  readonly error: string | undefined
}

/** Whose body an agency is: it decides between an order and a forward. */
export function LevelField({ value, error }: LevelFieldProps) {
  const { t } = useTranslation('agencies')
  return (
    <RadioGroup
      name="level"
      label={t('level.title')}
      hint={t('level.hint')}
      options={(['local', 'territorial', 'nonState'] as const).map((level) => ({
        value: level,
        label: t(`level.${level}`),
      }))}
      defaultValue={value}
      error={error}
    />
  )
}

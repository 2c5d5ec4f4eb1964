import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { FormState } from '#app/core/http/form-reply.ts'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface SignerFieldsProps {
  readonly form: FormState
  readonly language: LocaleCode
  /** Whether a telephone is of any use. */
  readonly hasSms: boolean
}

/** Who signs an appeal too, and how they are told. */
export function SignerFields({ form, language, hasSms }: SignerFieldsProps) {
  const { t } = useTranslation('cosigners')
  const field = (name: string) => ({ name, defaultValue: form.value(name), error: form.error(name) })
  const optionalLabel = t('optional')
  return (
    <>
      <TextField {...field('signerName')} label={t('name')} autoComplete="off" spellCheck={false} />
      <TextField {...field('signerEmail')} type="email" label={t('email')} autoComplete="off" />
      {hasSms ? (
        <TextField
          {...field('signerPhone')}
          type="tel"
          label={t('phone')}
          optionalLabel={optionalLabel}
          autoComplete="off"
          width="medium"
        />
      ) : null}
      <TextField
        {...field('signerIin')}
        label={t('iin')}
        optionalLabel={optionalLabel}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
      />
      <SelectField
        name="signerLanguage"
        label={t('language')}
        options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
        defaultValue={form.value('signerLanguage') ?? language}
        error={form.error('signerLanguage')}
      />
    </>
  )
}

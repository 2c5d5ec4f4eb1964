import { useTranslation } from 'react-i18next'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'

/** The one page on which a resident writes an appeal. */
export function NewAppealPage({ submissionKey }: { submissionKey: string }) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const { value, error, summary } = useFormState()
  const field = (name: string) => ({ name, defaultValue: value(name), error: error(name) })
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={t('new.title')} lead={t('new.lead')} />
      <p className="muted">{t('new.without')}</p>
      <PostForm className="stack">
        <HiddenFields values={{ submissionKey: value('submissionKey') ?? submissionKey }} />
        <TextArea {...field('text')} label={t('form.text')} hint={t('form.textHint')} rows={8} spellCheck />
        <TextField
          {...field('address')}
          label={t('form.address')}
          hint={t('form.addressHint')}
          autoComplete="street-address"
        />
        <TextField
          {...field('fullName')}
          label={t('form.fullName')}
          hint={t('form.fullNameHint')}
          autoComplete="name"
          spellCheck={false}
        />
        <TextField
          {...field('iin')}
          label={t('form.iin')}
          hint={t('form.iinHint')}
          inputMode="numeric"
          autoComplete="off"
          width="medium"
        />
        <TextField
          {...field('email')}
          type="email"
          label={t('form.email')}
          hint={t('form.emailHint')}
          autoComplete="email"
        />
        <RadioGroup
          {...field('language')}
          defaultValue={value('language') ?? locale}
          label={t('form.language')}
          hint={t('form.languageHint')}
          options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
        />
        <div>
          <Button>{t('new.send')}</Button>
        </div>
      </PostForm>
    </div>
  )
}

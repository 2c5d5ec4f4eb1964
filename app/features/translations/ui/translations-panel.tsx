import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { DeskTranslations } from '../translations.queries.server.ts'
import { TranslationRequest } from './translation-request.tsx'

/** What colleagues translate for each other at an appeal: closed until somebody waits, or has something to read. */
export function TranslationsPanel({ translations }: { translations: DeskTranslations }) {
  const { t } = useTranslation('translations')
  const asking = useFormState('askTranslation')
  const forms = [asking, useFormState('finishTranslation'), useFormState('declineTranslation')]
  const { requests, languages } = translations
  if (requests.length === 0 && languages.length === 0) return null
  // A colleague was faster: what was written is still there to be compared.
  const kept = forms.find(({ refusal }) => refusal !== undefined)?.value('translation')
  return (
    <Details
      summary={t('panel.title')}
      open={forms.some(({ sent }) => sent) || requests.some(({ status }) => status === 'open' || status === 'done')}
    >
      <div className="stack">
        <p className="muted">{t('panel.hint')}</p>
        {kept ? (
          <InsetText>
            <p className="muted">{t('panel.kept')}</p>
            <p className="pre-line">{kept}</p>
          </InsetText>
        ) : null}
        {requests.map((request) => (
          <TranslationRequest key={request.id} request={request} />
        ))}
        {languages.length === 0 ? null : (
          <PostForm intent="askTranslation" className="stack">
            <HiddenFields values={{ submissionKey: asking.value('submissionKey') ?? translations.submissionKey }} />
            <SelectField
              name="toLanguage"
              label={t('ask.to')}
              hint={t('ask.hint')}
              options={languages.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
              defaultValue={asking.value('toLanguage')}
              error={asking.error('toLanguage')}
            />
            <div>
              <Button variant="secondary">{t('ask.send')}</Button>
            </div>
          </PostForm>
        )}
      </div>
    </Details>
  )
}

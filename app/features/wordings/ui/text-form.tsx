import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { TextForm } from '../wordings.queries.server.ts'

interface TextFormPanelProps {
  readonly form: TextForm
  readonly submissionKey: string
  /** What the words that were just sent would read like; undefined where they were not sent to be looked at. */
  readonly preview: string | undefined
}

/** One language of a text: as it is shipped, as the region says it, and as people read it. */
export function TextFormPanel({ form, submissionKey, preview }: TextFormPanelProps) {
  const { t } = useTranslation('wordings')
  const { locale, shipped, own, version, values, sample } = form
  const field = `text_${locale}`
  const saving = useFormState(`save_${locale}`)
  const looking = useFormState(`preview_${locale}`)
  const typed = saving.value(field) ?? looking.value(field)
  const text = typed ?? own ?? shipped
  return (
    <Panel title={localeNames[locale]}>
      <div className="stack">
        <PostForm className="stack">
          <HiddenFields values={{ submissionKey, version: String(version) }} />
          <TextArea
            name={field}
            label={t('edit.own')}
            hint={values.length > 0 ? t('edit.keep', { values: values.join(' ') }) : undefined}
            lang={locale}
            rows={Math.min(12, Math.max(2, Math.ceil(text.length / 70) + text.split('\n').length - 1))}
            defaultValue={text}
            error={saving.error(field) ?? looking.error(field)}
          />
          <div className="cluster">
            <Button name="intent" value={`save_${locale}`} about={localeNames[locale]}>
              {t('edit.save')}
            </Button>
            <Button name="intent" value={`preview_${locale}`} variant="secondary" about={localeNames[locale]}>
              {t('edit.preview')}
            </Button>
          </div>
        </PostForm>
        <div role={preview === undefined ? undefined : 'status'}>
          <p className="field-label">{preview === undefined ? t('edit.read') : t('edit.wouldRead')}</p>
          <InsetText lang={locale}>
            <p className="pre-line">{preview ?? sample}</p>
          </InsetText>
        </div>
        {own === null ? null : (
          <>
            <div>
              <p className="field-label">{t('edit.shipped')}</p>
              <InsetText lang={locale}>
                <p className="pre-line">{shipped}</p>
              </InsetText>
            </div>
            <PostForm intent={`reset_${locale}`}>
              <HiddenFields values={{ submissionKey, version: String(version) }} />
              <Button variant="secondary" about={localeNames[locale]}>
                {t('edit.reset')}
              </Button>
            </PostForm>
          </>
        )}
      </div>
    </Panel>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Number and code, as they stand on the receipt. */
export function TrackPage({ number, example }: { number: string; example: string }) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { value, error, summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={t('track.title')} lead={t('track.lead')} />
      <PostForm className="stack">
        <TextField
          name="number"
          label={t('receipt.number')}
          hint={t('track.numberHint', { example })}
          defaultValue={value('number') ?? number}
          error={error('number')}
          autoComplete="off"
          spellCheck={false}
          width="medium"
        />
        <TextField
          name="code"
          label={t('receipt.code')}
          hint={t('track.codeHint')}
          defaultValue={value('code')}
          error={error('code')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
        />
        <div>
          <Button>{t('track.show')}</Button>
        </div>
      </PostForm>
    </div>
  )
}

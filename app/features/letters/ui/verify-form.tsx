import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Where the code of a letter is typed in; `error` where it was sent without one. */
export function VerifyForm({ typed, error }: { typed?: string; error?: string }) {
  const { t } = useTranslation('letters')
  const { locale } = usePageScope()
  return (
    <form method="get" action={paths.verifyLetter(locale)} className="stack">
      <TextField
        name="letter"
        label={t('verify.label')}
        hint={t('verify.hint')}
        autoComplete="off"
        autoCapitalize="characters"
        width="medium"
        defaultValue={typed}
        error={error}
      />
      <div>
        <Button>{t('verify.button')}</Button>
      </div>
    </form>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { CentreNumber } from '../centre-numbers.ts'
import type { AdminRegion } from '../region-admin.queries.server.ts'

interface CentreTermsFormProps {
  readonly region: AdminRegion
  readonly submissionKey: string
}

const fields = [
  'contestDays',
  'reopeningDays',
  'ratingDays',
  'shareLinkDays',
  'attachmentsMost',
  'attachmentMegabytes',
] as const satisfies readonly CentreNumber[]

/** The numbers that a centre may choose within what the database takes. */
export function CentreTermsForm({ region, submissionKey }: CentreTermsFormProps) {
  const { t } = useTranslation('regions')
  const { t: changes } = useTranslation('changes')
  const { value, error } = useFormState('terms')
  return (
    <Panel title={t('centreTerms.title')}>
      <PostForm intent="terms" className="stack">
        <p>{t('centreTerms.lead')}</p>
        <HiddenFields values={{ submissionKey, version: String(region.version) }} />
        <div className="grid-2">
          {fields.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`centreTerms.${name}`)}
              hint={t(`centreTerms.hint.${name}`)}
              width="short"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={value(name) ?? String(region.numbers[name])}
              error={error(name)}
            />
          ))}
        </div>
        <div>
          <Button>{changes('act.save')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { getAdminHall } from '../hall-admin.queries.server.ts'
import { weekdays } from '../opening.ts'
import { shownHours } from '../typed-hours.ts'

interface HallFormProps {
  /** Left out for a new one. */
  readonly hall?: Awaited<ReturnType<typeof getAdminHall>>
  readonly submissionKey: string
}

/** Where a hall is and when it is open. */
export function HallForm({ hall, submissionKey }: HallFormProps) {
  const { t } = useTranslation('halls')
  const { t: changes } = useTranslation('changes')
  const { value: typed, error } = useFormState(hall ? 'change' : '')
  const { nameKk, nameRu, nameEn, addressKk, addressRu, addressEn } = hall ?? {}
  const stored: Readonly<Record<string, string | undefined>> = {
    nameKk,
    nameRu,
    nameEn,
    addressKk,
    addressRu,
    addressEn,
  }
  const value = (field: string) => typed(field) ?? stored[field]
  return (
    <Panel>
      <PostForm intent={hall ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: hall && String(hall.version) }} />
        <ThreeTexts name="name" label={t('form.names')} languages={localeLabels} value={value} error={error} />
        <ThreeTexts
          name="address"
          label={t('catalogue.address')}
          languages={localeLabels}
          value={value}
          error={error}
        />
        <Fieldset id="hours" legend={t('form.hours')} hint={t('form.hoursHint')}>
          <div className="grid-2">
            {weekdays.map((day) => (
              <TextField
                key={day}
                name={`day${day}`}
                label={t(`day.${day}`)}
                width="medium"
                autoComplete="off"
                defaultValue={typed(`day${day}`) ?? (hall ? shownHours(hall.opening, day) : '')}
                error={error(`day${day}`)}
              />
            ))}
          </div>
        </Fieldset>
        <div>
          <Button>{hall ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

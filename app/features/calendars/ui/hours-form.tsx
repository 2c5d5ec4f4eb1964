import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { getHours } from '../calendar-admin.queries.server.ts'
import { SourceField } from './day-forms.tsx'

interface HoursFormProps {
  readonly hours: Awaited<ReturnType<typeof getHours>>
  readonly submissionKey: string
}

/** When a region works, and how long before the main clock an inner one ends. */
export function HoursForm({ hours, submissionKey }: HoursFormProps) {
  const { t } = useTranslation('calendars')
  const { value, error } = useFormState()
  return (
    <Panel>
      <PostForm className="stack">
        <HiddenFields values={{ submissionKey }} />
        <Fieldset id="week" legend={t('hours.week')} hint={t('hours.weekHint')}>
          <div className="grid-2">
            {hours.week.map(({ day, intervals }) => (
              <TextField
                key={day}
                name={`day${day}`}
                label={t(`weekday.${day}`)}
                autoComplete="off"
                defaultValue={value(`day${day}`) ?? intervals}
                error={error(`day${day}`)}
              />
            ))}
          </div>
        </Fieldset>
        <TextField
          name="dayEnd"
          label={t('hours.dayEnd')}
          hint={t('hours.dayEndHint')}
          width="short"
          autoComplete="off"
          defaultValue={value('dayEnd') ?? hours.dayEnd}
          error={error('dayEnd')}
        />
        <TextField
          name="innerDays"
          label={t('hours.innerDays')}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value('innerDays') ?? String(hours.innerDays)}
          error={error('innerDays')}
        />
        <SourceField change={undefined} value={value('source')} error={error('source')} />
        <p className="muted">{t('form.nothingYet')}</p>
        <div>
          <Button>{t('hours.save')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

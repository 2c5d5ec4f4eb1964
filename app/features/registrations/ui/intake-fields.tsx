import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { FormState } from '#app/core/http/form-reply.ts'
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { staffChannels } from '../registration.ts'

interface IntakeFieldsProps {
  readonly form: FormState
  /** dd.MM.yyyy and HH:MM on the region's wall clock. */
  readonly today: string
  readonly time: string
}

/** By which way an appeal came, when, and what its envelope says. */
export function IntakeFields({ form: { value, error }, today, time }: IntakeFieldsProps) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  const field = (name: string, initial?: string) => ({
    name,
    defaultValue: value(name) ?? initial,
    error: error(name),
  })
  return (
    <Panel title={t('intake.title')}>
      <div className="stack">
        <RadioGroup
          {...field('channel')}
          label={appeals('intake.label')}
          inline
          options={staffChannels.map((channel) => ({ value: channel, label: appeals(`intake.${channel}`) }))}
        />
        <div className="grid-2">
          <TextField {...field('receivedOn', today)} label={t('intake.day')} hint={t('intake.dayHint')} width="short" />
          <TextField
            {...field('receivedTime', time)}
            label={t('intake.time')}
            hint={t('intake.timeHint')}
            width="short"
          />
        </div>
        <div className="grid-2">
          <TextField
            {...field('outsideNumber')}
            label={t('intake.outsideNumber')}
            hint={t('intake.outsideHint')}
            optionalLabel={t('optional')}
          />
          <TextField
            {...field('outsideOn')}
            label={t('intake.outsideOn')}
            optionalLabel={t('optional')}
            width="short"
          />
        </div>
        <Checkbox
          name="readBack"
          label={t('intake.readBack')}
          hint={t('intake.readBackHint')}
          defaultChecked={value('readBack') === 'yes'}
          error={error('readBack')}
        />
      </div>
    </Panel>
  )
}

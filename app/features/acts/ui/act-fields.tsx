import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { FormState } from '#app/core/http/form-reply.ts'
import { RadioGroup } from '#app/ui/choices.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { ActForm } from '../desk-act.queries.server.ts'

interface ActFieldsProps {
  readonly form: ActForm
  readonly state: FormState
  /** What stands in the draft. */
  readonly typed?: Readonly<Record<string, string>>
}

/** The fields of an act, by its kind. */
export function ActFields({ form, state: { value, error }, typed = {} }: ActFieldsProps) {
  const { t } = useTranslation('acts')
  const { kind, grounds, language, latest, earliest, dueOn } = form
  const field = (name: string) => ({ name, defaultValue: value(name) ?? typed[name], error: error(name) })
  const day = { width: 'short', inputMode: 'numeric', autoComplete: 'off' } as const
  return (
    <>
      {grounds.length === 1 ? (
        <p>
          {t('field.ground')}: <strong>{t(`ground.${grounds[0] ?? 'factFinding'}`)}</strong>
        </p>
      ) : (
        <RadioGroup
          label={t('field.ground')}
          options={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
          {...field('ground')}
        />
      )}
      {kind === 'extension' ? (
        <TextField
          label={t('until.extension')}
          hint={`${t('hint.untilExtension', { day: latest })} ${t('hint.day')}`}
          {...day}
          {...field('until')}
        />
      ) : null}
      {kind === 'suspension' ? (
        <TextField
          label={t('until.suspension')}
          hint={`${t('hint.untilSuspension')} ${t('hint.day')}`}
          {...day}
          {...field('until')}
        />
      ) : null}
      {kind === 'hearing' ? (
        <>
          <TextField
            label={t('field.hearsOn')}
            hint={t('hint.hearsOn', { first: earliest, last: dueOn })}
            {...day}
            {...field('hearsOn')}
          />
          <TextField label={t('field.hearsTime')} hint={t('hint.time')} {...day} {...field('hearsTime')} />
          <TextField label={t('field.place')} hint={t('hint.place')} {...field('place')} />
        </>
      ) : null}
      {kind === 'termination' ? (
        <TextField label={t('field.earlier')} hint={t('hint.earlier')} width="medium" {...field('earlier')} />
      ) : null}
      <TextArea
        label={kind === 'hearing' ? t('field.preliminary') : t('field.text')}
        hint={kind === 'hearing' ? t('hint.preliminary', { language }) : t('hint.text', { language })}
        rows={10}
        spellCheck
        {...field('text')}
      />
    </>
  )
}

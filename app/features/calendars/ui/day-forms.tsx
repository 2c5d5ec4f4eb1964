import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { ShownDay } from '../shown-days.ts'

interface DayFormsProps {
  /** A day that is moved or removed; left out for a new one. */
  readonly day?: ShownDay
  /** The draft that is gone on with: it has its ground. */
  readonly change?: string
  readonly removeHint: string
  readonly submissionKey: string
}

/** What a calendar is about to make of a day; nothing moves before it is applied. */
export function DayForms({ day, ...rest }: DayFormsProps) {
  return day ? <ChangeDayForms day={day} {...rest} /> : <AddDayForm {...rest} />
}

function AddDayForm({ change, submissionKey }: Omit<DayFormsProps, 'day'>) {
  const { t } = useTranslation('calendars')
  const { value, error } = useFormState('add')
  return (
    <Panel>
      <PostForm intent="add" className="stack">
        <HiddenFields values={{ submissionKey, change }} />
        <DayField name="day" label={t('admin.day')} value={value('day')} error={error('day')} />
        <RadioGroup
          name="kind"
          label={t('form.kindLabel')}
          inline
          options={(['nonWorking', 'working'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={value('kind') ?? 'nonWorking'}
          error={error('kind')}
        />
        <ThreeTexts name="name" label={t('admin.name')} languages={localeLabels} value={value} error={error} />
        <SourceField change={change} value={value('source')} error={error('source')} />
        <p className="muted">{t('form.nothingYet')}</p>
        <div>
          <Button>{t('form.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

function ChangeDayForms({ day, change, removeHint, submissionKey }: DayFormsProps & { day: ShownDay }) {
  const { t } = useTranslation('calendars')
  const moving = useFormState('move')
  const removing = useFormState('remove')
  const hidden = { submissionKey, change, day: day.iso }
  return (
    <>
      <Panel title={t('form.moveTitle')}>
        <PostForm intent="move" className="stack">
          <HiddenFields values={hidden} />
          <DayField name="toDay" label={t('form.toDay')} value={moving.value('toDay')} error={moving.error('toDay')} />
          <SourceField change={change} value={moving.value('source')} error={moving.error('source')} />
          <div>
            <Button>{t('form.move')}</Button>
          </div>
        </PostForm>
      </Panel>
      <Panel title={t('form.removeTitle')}>
        <PostForm intent="remove" className="stack">
          <HiddenFields values={hidden} />
          <p>{removeHint}</p>
          <SourceField
            id="removeSource"
            change={change}
            value={removing.value('source')}
            error={removing.error('source')}
          />
          <div>
            <Button variant="secondary">{t('form.remove')}</Button>
          </div>
        </PostForm>
      </Panel>
    </>
  )
}

interface FieldState {
  readonly value: string | undefined
  readonly error: string | undefined
}

function DayField({ name, label, value, error }: FieldState & { name: string; label: string }) {
  const { t } = useTranslation('calendars')
  return (
    <TextField
      name={name}
      label={label}
      hint={t('form.dayHint')}
      width="short"
      inputMode="numeric"
      autoComplete="off"
      defaultValue={value}
      error={error}
    />
  )
}

/** The ground; a draft that is gone on with has its own. */
export function SourceField({ id, change, value, error }: FieldState & { id?: string; change: string | undefined }) {
  const { t } = useTranslation('calendars')
  if (change) return null
  return (
    <TextField
      id={id}
      name="source"
      label={t('form.source')}
      hint={t('form.sourceHint')}
      autoComplete="off"
      defaultValue={value}
      error={error}
    />
  )
}

import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { describedBy, FieldError, FieldHint, type FieldProps } from '#app/ui/field.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'

export type ChoiceOption = {
  value: string
  label: string
  hint?: ReactNode
  lang?: string
  /** Takes the choice away and says why. */
  disabledReason?: string
  /** Fields that belong to this choice: indented under it, shown once it is chosen. No script is needed. */
  children?: ReactNode
}

type GroupProps = FieldProps & {
  options: readonly ChoiceOption[]
  /** Two or three short choices side by side. */
  inline?: boolean
}

/** One of a few choices, all in sight. The first radio carries the field's id. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <ChoiceGroup {...group} type="radio" isChosen={(value) => value === defaultValue} />
}

/** Any of a few choices, all in sight; each that is chosen is sent under the same name. */
export function CheckboxGroup({ defaultValues = [], ...group }: GroupProps & { defaultValues?: readonly string[] }) {
  return <ChoiceGroup {...group} type="checkbox" isChosen={(value) => defaultValues.includes(value)} />
}

type CheckboxProps = Pick<FieldProps, 'name' | 'id' | 'label' | 'hint' | 'error'> & {
  /** What is sent when it is ticked. */
  value?: string
  defaultChecked?: boolean
}

/** One thing to agree to. */
export function Checkbox({ name, id = name, label, hint, error, value = 'yes', defaultChecked }: CheckboxProps) {
  return (
    <div className={classNames('field', error && 'field-invalid')}>
      <FieldError id={`${id}-choice`} error={error} />
      <Choice type="checkbox" {...{ id, name, label, hint, error, value, defaultChecked }} />
    </div>
  )
}

type ChoiceType = 'radio' | 'checkbox'
type ChoiceGroupProps = GroupProps & { type: ChoiceType; isChosen: (value: string) => boolean }

function ChoiceGroup({ name, id = name, label, options, inline, type, isChosen, ...question }: ChoiceGroupProps) {
  return (
    <Fieldset {...question} id={id} legend={label}>
      <div className={classNames('choices', inline && 'choices-inline')}>
        {options.map(({ value, children, ...option }, index) => (
          <div key={value} className="choice-option">
            <Choice
              {...option}
              id={index === 0 ? id : `${id}-${index + 1}`}
              type={type}
              name={name}
              value={value}
              defaultChecked={isChosen(value)}
            />
            {children && <div className="choice-more">{children}</div>}
          </div>
        ))}
      </div>
    </Fieldset>
  )
}

type ChoiceProps = Omit<ChoiceOption, 'children'> & {
  id: string
  type: ChoiceType
  name: string
  error?: string
  defaultChecked?: boolean
}

function Choice({ id, type, name, value, label, hint, error, defaultChecked, disabledReason, lang }: ChoiceProps) {
  // The first choice shares its id with the group, whose hint is another one.
  const own = `${id}-choice`
  const help = disabledReason ?? hint
  return (
    <div className={classNames('choice', disabledReason !== undefined && 'choice-disabled')}>
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        disabled={disabledReason !== undefined}
        aria-describedby={describedBy(own, help, error)}
        aria-invalid={error ? true : undefined}
        className="choice-control"
      />
      <div className="choice-words">
        <label htmlFor={id} lang={lang} className="choice-label">
          {label}
        </label>
        <FieldHint id={own} hint={help} />
      </div>
    </div>
  )
}

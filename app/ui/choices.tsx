import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { describedBy, FieldHint, type FieldProps } from '#app/ui/field.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'

type RadioOption = {
  value: string
  label: string
  hint?: ReactNode
  lang?: string
  /** Fields that belong to this choice; without scripts they are always open, indented under it. */
  children?: ReactNode
}

type RadioGroupProps = FieldProps & {
  options: RadioOption[]
  defaultValue?: string
  /** Two or three short choices side by side. */
  inline?: boolean
}

/** One of a few choices, all in sight. The first radio carries the field's id. */
export function RadioGroup({
  name,
  id = name,
  label,
  labelHidden,
  options,
  defaultValue,
  inline,
  ...question
}: RadioGroupProps) {
  return (
    <Fieldset {...question} id={id} legend={label} legendHidden={labelHidden}>
      <div className={classNames('choices', inline && 'choices-inline')}>
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${index + 1}`
          return (
            <div key={option.value}>
              <Choice
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
                label={option.label}
                hint={option.hint}
                lang={option.lang}
              />
              {option.children && <div className="choice-more">{option.children}</div>}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}

type ChoiceProps = Omit<RadioOption, 'children'> & {
  id: string
  name: string
  error?: string
  defaultChecked?: boolean
}

function Choice({ id, name, value, label, hint, error, defaultChecked, lang }: ChoiceProps) {
  // The first radio shares its id with the group, whose hint is another one.
  const own = `${id}-choice`
  return (
    <div className="choice">
      <input
        id={id}
        type="radio"
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        aria-describedby={describedBy(own, hint, error)}
        className="choice-control"
      />
      <div className="choice-words">
        <label htmlFor={id} lang={lang} className="choice-label">
          {label}
        </label>
        <FieldHint id={own} hint={hint} />
      </div>
    </div>
  )
}

import { classNames } from '#app/ui/class-names.ts'
import { fieldState, FieldShell, type FieldProps, type FieldWidth } from '#app/ui/field.tsx'

export type SelectOption = { value: string; label: string; lang?: string }
export type SelectGroup = { label: string; options: SelectOption[] }

type SelectFieldProps = FieldProps & {
  options: (SelectOption | SelectGroup)[]
  /** First entry with an empty value: "choose…", "all". */
  emptyLabel?: string
  defaultValue?: string
  autoComplete?: string
  width?: FieldWidth
}

/** A native list to choose one from; a few choices are better as a RadioGroup. */
export function SelectField({
  name,
  id = name,
  label,
  hint,
  error,
  optionalLabel,
  asHeading,
  labelHidden,
  options,
  emptyLabel,
  defaultValue,
  autoComplete,
  width = 'full',
}: SelectFieldProps) {
  return (
    <FieldShell {...{ id, label, hint, error, optionalLabel, asHeading, labelHidden }}>
      <span className={classNames('select', `input-${width}`)}>
        <select
          {...fieldState(id, hint, error)}
          name={name}
          defaultValue={defaultValue}
          autoComplete={autoComplete}
          className="input"
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup key={`group:${entry.label}`} label={entry.label}>
                {entry.options.map(toOption)}
              </optgroup>
            ) : (
              toOption(entry)
            ),
          )}
        </select>
      </span>
    </FieldShell>
  )
}

function toOption({ value, label, lang }: SelectOption) {
  return (
    <option key={value} value={value} lang={lang}>
      {label}
    </option>
  )
}

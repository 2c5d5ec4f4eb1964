import { fieldState, FieldShell, type FieldProps } from '#app/ui/field.tsx'

export type SelectOption = { value: string; label: string; lang?: string }
export type SelectGroup = { label: string; options: SelectOption[] }

type SelectFieldProps = FieldProps & {
  options: (SelectOption | SelectGroup)[]
  /** First entry with an empty value: "choose…", "all". */
  emptyLabel?: string
  defaultValue?: string
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
  options,
  emptyLabel,
  defaultValue,
}: SelectFieldProps) {
  return (
    <FieldShell {...{ id, label, hint, error, optionalLabel, asHeading }}>
      <span className="select">
        <select {...fieldState(id, hint, error)} name={name} defaultValue={defaultValue} className="input">
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

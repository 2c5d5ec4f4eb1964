import type { HTMLAttributes } from 'react'
import { fieldState, FieldShell, type FieldProps, type FieldWidth } from '#app/ui/field.tsx'

type TextControl = {
  defaultValue?: string
  autoComplete?: string
  /** Language of what is typed, when it is not the page's. */
  lang?: string
  spellCheck?: boolean
  readOnly?: boolean
}

type TextFieldProps = FieldProps &
  TextControl & {
    type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'date' | 'time' | 'number'
    inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
    autoCapitalize?: 'none' | 'words' | 'sentences' | 'characters'
    width?: FieldWidth
  }

/** One line of text. Nothing is required in HTML: the server judges and explains. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  optionalLabel,
  asHeading,
  type = 'text',
  width = 'full',
  ...control
}: TextFieldProps) {
  return (
    <FieldShell {...{ id, label, hint, error, optionalLabel, asHeading }}>
      <input {...control} {...fieldState(id, hint, error)} name={name} type={type} className={`input input-${width}`} />
    </FieldShell>
  )
}

type TextAreaProps = FieldProps & TextControl & { rows?: number }

/** Several lines of text. */
export function TextArea({
  name,
  id = name,
  label,
  hint,
  error,
  optionalLabel,
  asHeading,
  rows = 6,
  ...control
}: TextAreaProps) {
  return (
    <FieldShell {...{ id, label, hint, error, optionalLabel, asHeading }}>
      <textarea {...control} {...fieldState(id, hint, error)} name={name} rows={rows} className="input" />
    </FieldShell>
  )
}

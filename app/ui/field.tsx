import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'

/** What every form field takes. `id` falls back to `name`, so that an error summary can link to it. */
export type FieldProps = {
  name: string
  id?: string
  label: string
  hint?: ReactNode
  error?: string
  /** Shown after the label in brackets; the words come with the language. */
  optionalLabel?: string
  /** One question a page: the label is the page's heading. */
  asHeading?: boolean
}

export type FieldWidth = 'short' | 'medium' | 'full'

/** The ids a control points to with aria-describedby. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

/** The attributes that tie a control to its hint and error. */
export function fieldState(id: string, hint: ReactNode, error: string | undefined) {
  return { id, 'aria-describedby': describedBy(id, hint, error), 'aria-invalid': error ? true : undefined }
}

type ShellProps = Omit<FieldProps, 'name' | 'id'> & { id: string; children: ReactNode }

/** Label, hint, error, control: in this order for every field. */
export function FieldShell({ id, label, hint, error, optionalLabel, asHeading, children }: ShellProps) {
  const labelElement = (
    <label htmlFor={id} className={classNames('field-label', asHeading && 'field-label-heading')}>
      {label}
      <OptionalMark text={optionalLabel} />
    </label>
  )
  return (
    <div className={classNames('field', error && 'field-invalid')}>
      {asHeading ? <h1 className="field-heading">{labelElement}</h1> : labelElement}
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}

/** Help before the control, where it is read in time. */
export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <div id={`${id}-hint`} className="field-hint">
      {hint}
    </div>
  ) : null
}

/** The error, in the same words as in the summary. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p id={`${id}-error`} className="field-error">
      <Icon name="danger" />
      <span>{error}</span>
    </p>
  ) : null
}

/** The word for "optional" after a label. */
export function OptionalMark({ text }: { text: string | undefined }) {
  return text ? <span className="field-optional"> {text}</span> : null
}

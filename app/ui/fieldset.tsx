import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { describedBy, FieldError, FieldHint, OptionalMark } from '#app/ui/field.tsx'

type FieldsetProps = {
  /** Ties hint and error to the group. */
  id: string
  legend: string
  hint?: ReactNode
  error?: string
  optionalLabel?: string
  /** One question a page: the legend is the page's heading. */
  asHeading?: boolean
  children: ReactNode
}

/** Controls that answer one question together. */
export function Fieldset({ id, legend, hint, error, optionalLabel, asHeading, children }: FieldsetProps) {
  const words = (
    <>
      {legend}
      <OptionalMark text={optionalLabel} />
    </>
  )
  return (
    <fieldset
      className={classNames('fieldset', error && 'field-invalid')}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className="field-label">
        {asHeading ? <h1 className="field-heading field-label-heading">{words}</h1> : words}
      </legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  )
}

import { useId } from 'react'
import { Icon } from '#app/ui/icon.tsx'

export type FieldMessage = {
  /** The id of the field; left out, the message links nowhere. */
  field?: string
  message: string
}

/** What has to be put right, at the top of the page; takes the focus without any script. */
export function ErrorSummary({ title, errors }: { title: string; errors: FieldMessage[] }) {
  const titleId = useId()
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert" aria-labelledby={titleId} tabIndex={-1} autoFocus>
      <h2 id={titleId} className="error-summary-title">
        <Icon name="danger" size={24} />
        <span>{title}</span>
      </h2>
      <ul className="error-summary-list">
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ''}:${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

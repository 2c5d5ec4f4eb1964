import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'

export type SummaryItem = {
  term: string
  description: ReactNode
  /** `about` is said after the label: what would be changed. */
  action?: { href: string; label: string; about?: string }
}

/** Facts as term and description; with actions it is "check your answers". */
export function SummaryList({ items }: { items: SummaryItem[] }) {
  const withActions = items.some(({ action }) => action)
  return (
    <dl className={classNames('summary', withActions && 'summary-with-actions')}>
      {items.map(({ term, description, action }) => (
        <div key={term} className="summary-row">
          <dt>{term}</dt>
          <dd>{description}</dd>
          {action && (
            <dd className="summary-action">
              <a href={action.href}>
                {action.label}
                {action.about && <span className="visually-hidden"> {action.about}</span>}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

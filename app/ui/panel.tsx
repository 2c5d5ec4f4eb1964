import { useId, type ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'

type PanelProps = {
  title?: string
  /** Level of the title in the page's outline. */
  level?: 2 | 3
  /** `accent` is tinted with the brand: the next step, the main fact. */
  tone?: 'plain' | 'accent'
  actions?: ReactNode
  id?: string
  children: ReactNode
}

/** A sheet of paper on the page. */
export function Panel({ title, level = 2, tone = 'plain', actions, id, children }: PanelProps) {
  const titleId = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section
      id={id}
      className={classNames('panel', tone === 'accent' && 'panel-accent')}
      aria-labelledby={title ? titleId : undefined}
    >
      {(title || actions) && (
        <div className="panel-head">
          {title && (
            <Title id={titleId} className="panel-title">
              {title}
            </Title>
          )}
          {actions && <div className="cluster">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

import type { ReactNode } from 'react'

type PageHeadingProps = {
  title: string
  /** A line above the title: the number, the step, the section. */
  caption?: ReactNode
  /** A sentence or two under the title. */
  lead?: ReactNode
  actions?: ReactNode
  back?: { href: string; label: string }
}

/** The one h1 of a page, with what surrounds it. */
export function PageHeading({ title, caption, lead, actions, back }: PageHeadingProps) {
  return (
    <div className="page-heading">
      {back && <BackLink {...back} />}
      <div className="page-heading-row">
        <div className="page-heading-words">
          {caption && <p className="page-heading-caption">{caption}</p>}
          <h1>{title}</h1>
          {lead && <div className="page-heading-lead">{lead}</div>}
        </div>
        {actions && <div className="cluster page-heading-actions">{actions}</div>}
      </div>
    </div>
  )
}

/** One step back, above the heading. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className="back-link">
      {label}
    </a>
  )
}

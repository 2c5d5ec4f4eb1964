import type { ReactNode } from 'react'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

interface SpentLinkProps {
  readonly title: string
  readonly lead: string
  /** The way on. */
  readonly href: string
  readonly label: string
  readonly children?: ReactNode
}

/** A mailed link that opens nothing any more: why, and what to do instead. */
export function SpentLink({ title, lead, href, label, children }: SpentLinkProps) {
  return (
    <div className="stack">
      <PageHeading title={title} lead={lead} />
      <div>
        <ButtonLink href={href}>{label}</ButtonLink>
      </div>
      {children}
    </div>
  )
}

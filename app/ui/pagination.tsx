import { Icon } from '#app/ui/icon.tsx'

type PaginationProps = {
  previousHref?: string
  nextHref?: string
  labels: { nav: string; previous: string; next: string }
}

/** To the page before and the page after. */
export function Pagination({ previousHref, nextHref, labels }: PaginationProps) {
  if (!previousHref && !nextHref) return null
  return (
    <nav className="pagination" aria-label={labels.nav}>
      {previousHref && (
        <a href={previousHref} rel="prev" className="button button-secondary">
          <Icon name="back" />
          <span>{labels.previous}</span>
        </a>
      )}
      {nextHref && (
        <a href={nextHref} rel="next" className="button button-secondary">
          <span>{labels.next}</span>
          <Icon name="forward" />
        </a>
      )}
    </nav>
  )
}

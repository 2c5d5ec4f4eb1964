import { Icon } from '#app/ui/icon.tsx'

type PaginationProps = {
  previousHref?: string
  nextHref?: string
  labels: { nav: string; previous: string; next: string }
  /** Where we are: "21–40 of 312". */
  status?: string
}

/** To the page before and the page after. */
export function Pagination({ previousHref, nextHref, labels, status }: PaginationProps) {
  if (!previousHref && !nextHref && !status) return null
  return (
    <nav className="pagination" aria-label={labels.nav}>
      {previousHref && (
        <a href={previousHref} rel="prev" className="button button-secondary">
          <Icon name="back" />
          <span>{labels.previous}</span>
        </a>
      )}
      {status && <span className="pagination-status">{status}</span>}
      {nextHref && (
        <a href={nextHref} rel="next" className="button button-secondary">
          <span>{labels.next}</span>
          <Icon name="forward" />
        </a>
      )}
    </nav>
  )
}

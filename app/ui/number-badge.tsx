import { classNames } from '#app/ui/class-names.ts'

/** A count beside a word; `danger` for what waits too long. `about` says to screen readers what is counted. */
export function NumberBadge({ number, tone, about }: { number: string; tone?: 'danger'; about?: string }) {
  return (
    <span className={classNames('badge', tone === 'danger' && 'badge-danger')}>
      {number}
      {about && <span className="visually-hidden"> {about}</span>}
    </span>
  )
}

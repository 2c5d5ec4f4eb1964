import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'

export type StatTile = {
  /** As it is written: "1 204", "94 %". */
  number: string
  label: string
  href?: string
  /** What is late; the label has to say so too. */
  tone?: 'danger'
}

/** A few numbers that matter, each leading to what it counts. */
export function StatTiles({ label, tiles }: { label: string; tiles: readonly StatTile[] }) {
  return (
    <ul className="tiles" aria-label={label}>
      {tiles.map(({ number, label: name, href, tone }) => (
        <li key={name} className={classNames('tile', tone === 'danger' && 'tile-danger')}>
          <span className="tile-number">
            {tone === 'danger' && <Icon name="danger" />}
            {number}
          </span>
          {href ? (
            <a href={href} className="tile-label">
              {name}
            </a>
          ) : (
            <span className="tile-label">{name}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

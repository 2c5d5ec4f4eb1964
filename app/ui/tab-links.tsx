import { NumberBadge } from '#app/ui/number-badge.tsx'

export type TabLink = {
  href: string
  label: string
  /** How many are there, as it is written: "12", "1 000+". */
  count?: string
  current?: boolean
}

/** Views of one list, each a page of its own. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, label: name, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {name}
              {count !== undefined && (
                <>
                  {' '}
                  <NumberBadge number={count} />
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

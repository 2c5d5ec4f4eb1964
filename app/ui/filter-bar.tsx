import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { SearchField } from '#app/ui/search-field.tsx'

export type FilterChip = {
  /** The filter as it stands: "Category: Water". */
  text: string
  /** The same list without it. */
  removeHref: string
}

type FilterBarProps = {
  /** What is searched and filtered, for the landmark. */
  label: string
  /** Where the form goes; left out, to the page itself. */
  action?: string
  search?: { name: string; label: string; button: string; defaultValue?: string }
  /** SelectFields and short TextFields. */
  children?: ReactNode
  /** Of the list as it is, what a new filter keeps: the tab, the order. */
  keep?: Record<string, string | undefined>
  applyLabel: string
  chips?: { label: string; removeLabel: string; items: readonly FilterChip[]; clear?: { href: string; label: string } }
}

/** Narrows a list: search, a few selects, one button; below it what narrows the list now, each to be taken off. */
export function FilterBar({ label, action, search, children, keep = {}, applyLabel, chips }: FilterBarProps) {
  return (
    <search className="filters" aria-label={label}>
      <form method="get" action={action}>
        <HiddenFields values={keep} />
        <div className="filters-row">
          {search && <SearchField {...search} />}
          {children}
          {children && (
            <div>
              <Button variant="secondary">{applyLabel}</Button>
            </div>
          )}
        </div>
      </form>
      {chips && <Chips {...chips} />}
    </search>
  )
}

function Chips({ label, removeLabel, items, clear }: NonNullable<FilterBarProps['chips']>) {
  if (items.length === 0) return null
  return (
    <ul className="chips" aria-label={label}>
      {items.map(({ text, removeHref }) => (
        <li key={text}>
          <a href={removeHref} className="chip">
            <span className="visually-hidden">{removeLabel} </span>
            <span>{text}</span>
            <Icon name="cross" size={14} />
          </a>
        </li>
      ))}
      {clear && (
        <li>
          <a href={clear.href} className="chips-clear">
            {clear.label}
          </a>
        </li>
      )}
    </ul>
  )
}

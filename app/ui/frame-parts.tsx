import { classNames } from '#app/ui/class-names.ts'

export type FrameLink = { href: string; label: string; current?: boolean }
export type LanguageLink = { locale: string; label: string; href: string; current: boolean }

/** The first stop of the Tab key. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a href="#main" className="skip-link">
      {label}
    </a>
  )
}

/** The languages, each named in itself. */
export function LanguageSwitch({ label, links }: { label: string; links: LanguageLink[] }) {
  return (
    <nav className="languages" aria-label={label}>
      <ul>
        {links.map(({ locale, label: name, href, current }) => (
          <li key={locale}>
            <a href={href} lang={locale} hrefLang={locale} aria-current={current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type LinkBarProps = {
  label: string
  links: FrameLink[]
  className: string
  /** What the current link is: this page, or the choice that holds. */
  current?: 'page' | 'true'
}

/** A row of links that wraps. */
export function LinkBar({ label, links, className, current: kind = 'page' }: LinkBarProps) {
  if (links.length === 0) return null
  return (
    <nav className={classNames('link-bar', className)} aria-label={label}>
      <ul>
        {links.map(({ href, label: name, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? kind : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { classNames } from '#app/ui/class-names.ts'

export type FrameLink = { href: string; label: string; current?: boolean }
export type LanguageLink = { locale: string; label: string; href: string; current: boolean }

/** Whom to turn to, a line each. */
export type Help = { title: string; lines: { label: string; text: string; href?: string }[] }

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

/** The way to a person, under the page. */
export function HelpLines({ title, lines }: Help) {
  return (
    <section className="footer-help">
      <h2 className="footer-title">{title}</h2>
      <dl>
        {lines.map(({ label, text, href }) => (
          <div key={`${label}:${text}`}>
            <dt>{label}</dt>
            <dd>{href ? <a href={href}>{text}</a> : text}</dd>
          </div>
        ))}
      </dl>
    </section>
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

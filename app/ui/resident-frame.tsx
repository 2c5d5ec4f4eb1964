import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Emblem } from '#app/ui/emblem.tsx'
import { LanguageSwitch, LinkBar, SkipLink, type FrameLink, type LanguageLink } from '#app/ui/frame-parts.tsx'
import { Ornament } from '#app/ui/ornament.tsx'

type ResidentFrameProps = {
  region: string
  centre: string
  homeHref: string
  emblemSrc?: string
  skipLabel: string
  languagesLabel: string
  languages: LanguageLink[]
  navLabel: string
  nav: FrameLink[]
  /** Where to get help from a person: shown on every page. */
  help?: { title: string; lines: { label: string; text: string; href?: string }[] }
  footerNavLabel?: string
  footerNav?: FrameLink[]
  /** The last small line. */
  footerNote?: ReactNode
  /** For tables and boards; text pages stay narrow enough to read. */
  wide?: boolean
  children: ReactNode
}

/** The page around everything a resident sees. */
export function ResidentFrame({
  region,
  centre,
  homeHref,
  emblemSrc,
  skipLabel,
  languagesLabel,
  languages,
  navLabel,
  nav,
  help,
  footerNavLabel = '',
  footerNav = [],
  footerNote,
  wide,
  children,
}: ResidentFrameProps) {
  return (
    <div className="frame frame-resident">
      <SkipLink label={skipLabel} />
      <header className="masthead">
        <div className="container masthead-row">
          <a href={homeHref} className="masthead-home">
            <Emblem src={emblemSrc} />
            <span className="masthead-names">
              <span className="masthead-centre">{centre}</span> <span className="masthead-region">{region}</span>
            </span>
          </a>
          <LanguageSwitch label={languagesLabel} links={languages} />
        </div>
        <Ornament />
        <div className="container">
          <LinkBar className="masthead-nav" label={navLabel} links={nav} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classNames('container', 'main', wide && 'main-wide')}>
        <div className="main-column">{children}</div>
      </main>
      <footer className="footer">
        <div className="container footer-row">
          {help && (
            <section className="footer-help">
              <h2 className="footer-title">{help.title}</h2>
              <dl>
                {help.lines.map(({ label, text, href }) => (
                  <div key={`${label}:${text}`}>
                    <dt>{label}</dt>
                    <dd>{href ? <a href={href}>{text}</a> : text}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          <LinkBar className="footer-nav" label={footerNavLabel} links={footerNav} />
          {footerNote && <p className="footer-note">{footerNote}</p>}
        </div>
      </footer>
    </div>
  )
}

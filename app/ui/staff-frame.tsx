import type { ReactNode } from 'react'
import { Emblem } from '#app/ui/emblem.tsx'
import { LanguageSwitch, LinkBar, SkipLink, type FrameLink, type LanguageLink } from '#app/ui/frame-parts.tsx'
import dark from './styles/dark.css?url'
import styles from './styles/staff.css?url'

const darkWhen = { system: 'screen and (prefers-color-scheme: dark)', dark: 'screen' }

type StaffFrameProps = {
  region: string
  centre?: string
  homeHref: string
  skipLabel: string
  navLabel: string
  nav: FrameLink[]
  person: { name: string; role: string; href?: string }
  /** A form with one quiet small button. */
  signOut: ReactNode
  languagesLabel?: string
  languages?: LanguageLink[]
  /** `system` follows what the device says. */
  colours: 'system' | 'light' | 'dark'
  /** Leads to the same page in other colours. */
  colourSwitch: { label: string; links: FrameLink[] }
  children: ReactNode
}

/** The page around a day's work: denser, with the dark of the evening shift. */
export function StaffFrame({
  region,
  centre,
  homeHref,
  skipLabel,
  navLabel,
  nav,
  person,
  signOut,
  languagesLabel = '',
  languages = [],
  colours,
  colourSwitch,
  children,
}: StaffFrameProps) {
  return (
    <div className="frame frame-staff">
      {/* Here and not in the head: what wears this frame needs the sheets, and nobody else loads them. */}
      <link rel="stylesheet" href={styles} />
      {colours !== 'light' && <link rel="stylesheet" href={dark} media={darkWhen[colours]} />}
      <SkipLink label={skipLabel} />
      <header className="topbar">
        <div className="container topbar-row">
          <a href={homeHref} className="topbar-home">
            <Emblem size={28} />
            <span>
              <span className="topbar-region">{region}</span>
              {centre && <span className="topbar-centre"> {centre}</span>}
            </span>
          </a>
          <div className="topbar-person">
            {languages.length > 0 && <LanguageSwitch label={languagesLabel} links={languages} />}
            <span className="topbar-names">
              {person.href ? <a href={person.href}>{person.name}</a> : <span>{person.name}</span>}{' '}
              <span className="topbar-role">{person.role}</span>
            </span>
            {signOut}
          </div>
        </div>
        <div className="container">
          <LinkBar className="topbar-nav" label={navLabel} links={nav} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="container main">
        <div className="main-column">{children}</div>
      </main>
      <footer className="container staff-foot">
        <span aria-hidden="true">{colourSwitch.label}:</span>
        <LinkBar className="staff-colours" label={colourSwitch.label} links={colourSwitch.links} current="true" />
      </footer>
    </div>
  )
}

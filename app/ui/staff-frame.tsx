import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Emblem } from '#app/ui/emblem.tsx'
import { LanguageSwitch, LinkBar, SkipLink, type FrameLink, type LanguageLink } from '#app/ui/frame-parts.tsx'
import dark from './styles/dark.css?url'
import styles from './styles/staff.css?url'

/** `system` follows what the device says. */
export type ColourScheme = 'system' | 'light' | 'dark'

const darkWhen = { system: 'screen and (prefers-color-scheme: dark)', dark: 'screen' }

type StaffFrameProps = {
  region: string
  centre?: string
  homeHref: string
  emblemSrc?: string
  skipLabel: string
  navLabel: string
  nav: FrameLink[]
  person: { name: string; role: string; href?: string }
  /** A form with one quiet small button. */
  signOut: ReactNode
  languagesLabel?: string
  languages?: LanguageLink[]
  /** Forms and articles: a column narrow enough to read. */
  narrow?: boolean
  colours?: ColourScheme
  children: ReactNode
}

/** The page around a day's work: denser, with the dark of the evening shift. */
export function StaffFrame({
  region,
  centre,
  homeHref,
  emblemSrc,
  skipLabel,
  navLabel,
  nav,
  person,
  signOut,
  languagesLabel = '',
  languages = [],
  narrow,
  colours = 'system',
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
            <Emblem src={emblemSrc} size={28} />
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
      <main id="main" tabIndex={-1} className={classNames('container', 'main', !narrow && 'main-wide')}>
        <div className="main-column">{children}</div>
      </main>
    </div>
  )
}

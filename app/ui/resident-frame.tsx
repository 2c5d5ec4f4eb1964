import type { ReactNode } from 'react'
import { Emblem } from '#app/ui/emblem.tsx'
import {
  HelpLines,
  LanguageSwitch,
  LinkBar,
  SkipLink,
  type FrameLink,
  type Help,
  type LanguageLink,
} from '#app/ui/frame-parts.tsx'
import { Ornament } from '#app/ui/ornament.tsx'

type ResidentFrameProps = {
  region: string
  centre: string
  /** Where the region's own emblem is. */
  emblem?: string
  homeHref: string
  skipLabel: string
  languagesLabel: string
  languages: LanguageLink[]
  navLabel: string
  nav: FrameLink[]
  /** Where to get help from a person: shown on every page. */
  help?: Help
  footerNavLabel?: string
  footerNav?: FrameLink[]
  children: ReactNode
}

/** The page around everything a resident sees. */
export function ResidentFrame({
  region,
  centre,
  emblem,
  homeHref,
  skipLabel,
  languagesLabel,
  languages,
  navLabel,
  nav,
  help,
  footerNavLabel = '',
  footerNav = [],
  children,
}: ResidentFrameProps) {
  return (
    <div className="frame frame-resident">
      <SkipLink label={skipLabel} />
      <header className="masthead">
        <div className="container masthead-row">
          <a href={homeHref} className="masthead-home">
            <Emblem src={emblem} />
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
      <main id="main" tabIndex={-1} className="container main">
        <div className="main-column">{children}</div>
      </main>
      <footer className="footer">
        <div className="container footer-row">
          {help && <HelpLines {...help} />}
          <LinkBar className="footer-nav" label={footerNavLabel} links={footerNav} />
        </div>
      </footer>
    </div>
  )
}

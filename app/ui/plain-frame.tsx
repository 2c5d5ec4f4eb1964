import type { ReactNode } from 'react'
import { Emblem } from '#app/ui/emblem.tsx'
import { HelpLines, LanguageSwitch, type Help, type LanguageLink } from '#app/ui/frame-parts.tsx'
import { Ornament } from '#app/ui/ornament.tsx'

type PlainFrameProps = {
  /** Who speaks, when we know it. */
  name?: string
  homeHref?: string
  languagesLabel?: string
  languages?: LanguageLink[]
  /** Where to get help from a person. */
  help?: Help
  children: ReactNode
}

/** The page around one thing to do or one thing gone wrong; needs nothing to be known. */
export function PlainFrame({ name, homeHref, languagesLabel = '', languages = [], help, children }: PlainFrameProps) {
  const mark = (
    <>
      <Emblem size={40} />
      {name && <span>{name}</span>}
    </>
  )
  return (
    <div className="frame frame-plain">
      <header className="plain-head">
        {homeHref && name ? (
          <a href={homeHref} className="plain-mark">
            {mark}
          </a>
        ) : (
          <div className="plain-mark">{mark}</div>
        )}
        {languages.length > 0 && <LanguageSwitch label={languagesLabel} links={languages} />}
      </header>
      <main id="main" className="plain-sheet">
        <Ornament />
        <div className="plain-body">{children}</div>
      </main>
      {help && (
        <footer className="plain-help">
          <HelpLines {...help} />
        </footer>
      )}
    </div>
  )
}

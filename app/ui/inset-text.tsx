import type { ReactNode } from 'react'

/** A passage set apart: a quotation, an example, a condition. */
export function InsetText({ lang, children }: { lang?: string; children: ReactNode }) {
  return (
    <div className="inset" lang={lang}>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'

type DetailsProps = { summary: string; open?: boolean; children: ReactNode }

/** What only some readers need, behind one line. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  )
}

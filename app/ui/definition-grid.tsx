import type { ReactNode } from 'react'

export type Fact = { term: string; description: ReactNode }

/** Facts side by side, as many columns as there is room for. */
export function DefinitionGrid({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, description }) => (
        <div key={term} className="fact">
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  )
}

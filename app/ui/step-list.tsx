import type { ReactNode } from 'react'

export type Step = { title: string; body?: ReactNode }

/** What happens next, in numbered steps. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map(({ title, body }) => (
        <li key={title} className="step">
          <p className="step-title">{title}</p>
          {body && <div className="step-body">{body}</div>}
        </li>
      ))}
    </ol>
  )
}

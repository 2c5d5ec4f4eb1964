import type { ReactNode } from 'react'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

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

export type Task = { title: string; hint?: string; href?: string; state: { text: string; tone?: Tone } }

/** Things to do in any order, each with how it stands. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  return (
    <ul className="tasks" aria-label={label}>
      {tasks.map(({ title, hint, href, state }) => (
        <li key={title} className="task">
          <div className="task-words">
            {href ? <a href={href}>{title}</a> : <span>{title}</span>}
            {hint && <p className="task-hint">{hint}</p>}
          </div>
          <StatusTag tone={state.tone} text={state.text} />
        </li>
      ))}
    </ul>
  )
}

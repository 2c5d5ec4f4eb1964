import { useId, type ReactNode } from 'react'

type ConfirmPanelProps = {
  /** The question, with what it is about: "Close the agency “Water”?" */
  title: string
  level?: 1 | 2
  /** What will happen, and what cannot be taken back. */
  children: ReactNode
  /** A form with a danger button that says what it does. */
  confirm: ReactNode
  cancel: { href: string; label: string }
}

/** Asks back before what cannot be undone. */
export function ConfirmPanel({ title, level = 2, children, confirm, cancel }: ConfirmPanelProps) {
  const titleId = useId()
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <section className="confirm" aria-labelledby={titleId}>
      <Title id={titleId}>{title}</Title>
      <div className="confirm-words">{children}</div>
      <div className="cluster">
        {confirm}
        <a href={cancel.href} className="confirm-cancel">
          {cancel.label}
        </a>
      </div>
    </section>
  )
}

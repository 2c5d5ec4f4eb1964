import { useId, type ReactNode } from 'react'

type ConfirmPanelProps = {
  /** The question, with what it is about: "Delete the unfinished appeal?" */
  title: string
  /** What will happen, and what cannot be taken back. */
  children: ReactNode
  /** A form with a danger button that says what it does. */
  confirm: ReactNode
  cancel: { href: string; label: string }
}

/** Asks back before what cannot be undone. */
export function ConfirmPanel({ title, children, confirm, cancel }: ConfirmPanelProps) {
  const titleId = useId()
  return (
    <section className="confirm" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
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

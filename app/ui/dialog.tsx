import { useId, type ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

type DialogProps = {
  /** What a DialogLink opens; part of the page's address while it is open without a script. */
  id: string
  title: string
  closeLabel: string
  children: ReactNode
}

/**
 * A sheet over the page. Without a script its link makes it the target of the address, and it opens where it stands:
 * best at the end of the page. With `enhance/dialogs.ts` it is modal and closes by Escape.
 */
export function Dialog({ id, title, closeLabel, children }: DialogProps) {
  const titleId = useId()
  return (
    <dialog id={id} className="dialog" aria-labelledby={titleId}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <a href={`#${id}-opener`} className="dialog-close" data-closes-dialog={id}>
          <Icon name="cross" />
          <span className="visually-hidden">{closeLabel}</span>
        </a>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}

type DialogLinkProps = { dialog: string; children: ReactNode }

/** Opens a Dialog of the page; the one place it is opened from. */
export function DialogLink({ dialog, children }: DialogLinkProps) {
  return (
    <a
      href={`#${dialog}`}
      id={`${dialog}-opener`}
      data-opens-dialog={dialog}
      className="button button-quiet button-small"
    >
      <span>{children}</span>
    </a>
  )
}

import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

type NotificationProps = {
  /** What was done, in one sentence. */
  text: string
  /** Words and links. */
  children?: ReactNode
  /** A form with one small button, above all "undo". */
  action?: ReactNode
}

/** What the person's last step did, on the page it led to. */
export function Notification({ text, children, action }: NotificationProps) {
  return (
    <div className="notification">
      <Icon name="check" size={24} />
      <div className="notification-body">
        <output className="notification-words">
          <span className="notification-text">{text}</span>
          {children}
        </output>
        {action}
      </div>
    </div>
  )
}

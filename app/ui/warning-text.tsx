import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** One sentence nobody may miss; `label` is the word "Warning" for those who do not see the sign. */
export function WarningText({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="warning">
      <Icon name="warning" size={28} />
      <p>
        <strong>
          <span className="visually-hidden">{label}: </span>
          {children}
        </strong>
      </p>
    </div>
  )
}

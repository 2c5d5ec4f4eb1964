import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

export type FileItem = {
  id: string
  name: string
  /** Kind, size, by whom: "PDF, 1,2 MB". */
  details: string
  /** Where the file is opened; left out while it cannot be. */
  href?: string
  /** How it stands with the file, when that is worth saying: being checked, refused. */
  state?: { text: string; tone?: Tone }
  /** A form with one quiet small button: remove. */
  action?: ReactNode
}

/** Files that belong here: name, size, how each stands, and what may be done with it. */
export function FileList({ label, files }: { label: string; files: readonly FileItem[] }) {
  if (files.length === 0) return null
  return (
    <ul className="files" aria-label={label}>
      {files.map(({ id, name, details, href, state, action }) => (
        <li key={id} className="file">
          <Icon name="document" />
          <div className="file-words">
            {href ? (
              <a href={href} className="file-name">
                {name}
              </a>
            ) : (
              <span className="file-name">{name}</span>
            )}
            <span className="file-details">{details}</span>
            {state && <StatusTag tone={state.tone} text={state.text} />}
          </div>
          {action}
        </li>
      ))}
    </ul>
  )
}

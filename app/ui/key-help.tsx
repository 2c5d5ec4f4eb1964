import type { ReactNode } from 'react'
import { Dialog } from '#app/ui/dialog.tsx'

export type KeyHelpItem = {
  /** Keys as they are written on the keyboard; any of them does it. */
  keys: readonly string[]
  text: string
}

type KeyHelpProps = {
  id: string
  title: string
  closeLabel: string
  keys: readonly KeyHelpItem[]
  note?: string
  /** The switch that turns the keys off. */
  children?: ReactNode
}

/** Every key of the page and what it does, in a dialog. */
export function KeyHelp({ keys, note, children, ...dialog }: KeyHelpProps) {
  return (
    <Dialog {...dialog}>
      <dl className="keys">
        {keys.map(({ keys: names, text }) => (
          <div key={text} className="keys-row">
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="muted small">{note}</p>}
      {children}
    </Dialog>
  )
}

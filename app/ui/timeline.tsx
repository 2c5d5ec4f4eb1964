import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { toneIcon, type Tone } from '#app/ui/tone.ts'

export type TimelineItem = {
  id?: string
  title: ReactNode
  when: { dateTime: string; text: string }
  body?: ReactNode
  tone?: Tone
}

/** What happened, in order. */
export function Timeline({ items, label }: { items: TimelineItem[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ id, title, when, body, tone = 'neutral' }, index) => (
        <li key={id ?? index} id={id} className={`timeline-item timeline-${tone}`}>
          <span className="timeline-mark">
            <Icon name={toneIcon[tone]} />
          </span>
          <p className="timeline-title">{title}</p>
          <time className="timeline-when" dateTime={when.dateTime}>
            {when.text}
          </time>
          {body && <div className="timeline-body">{body}</div>}
        </li>
      ))}
    </ol>
  )
}

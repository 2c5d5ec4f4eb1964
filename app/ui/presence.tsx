import { Avatar } from '#app/ui/avatar.tsx'
import { classNames } from '#app/ui/class-names.ts'

export type PresentPerson = {
  id: string
  name: string
  /** What they do here, in words: "is editing". */
  doing: string
  /** Editing is told by more than colour: the words say it, and the mark is filled. */
  editing?: boolean
}

/** Who else is on this page now. A script may write the list anew inside `data-presence`. */
export function Presence({ label, people }: { label: string; people: readonly PresentPerson[] }) {
  return (
    <div aria-live="polite" data-presence="" data-presence-label={label}>
      {people.length > 0 && (
        <ul className="presence" aria-label={label}>
          {people.map(({ id, name, doing, editing }) => (
            <li key={id} className={classNames('present', editing && 'present-editing')}>
              <Avatar name={name} small />
              <span>
                {name} <span className="present-doing">{doing}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

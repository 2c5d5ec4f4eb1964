import { initialsOf } from '#app/ui/initials.ts'

/** A person as two letters. Decoration: the name stands beside it. */
export function Avatar({ name, small }: { name: string; small?: boolean }) {
  return (
    <span className={small ? 'avatar avatar-small' : 'avatar'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

import { Icon } from '#app/ui/icon.tsx'
import { toneIcon, type Tone } from '#app/ui/tone.ts'

/** A state in one or two words, told by shape as well as colour; only `danger` is filled. */
export function StatusTag({ tone = 'neutral', text }: { tone?: Tone; text: string }) {
  return (
    <span className={`tag tag-${tone}`}>
      <Icon name={toneIcon[tone]} size={16} />
      <span>{text}</span>
    </span>
  )
}

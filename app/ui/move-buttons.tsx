import { Icon } from '#app/ui/icon.tsx'

type MoveButtonsProps = {
  up: string
  down: string
  /** Said after the word: what is moved. */
  about: string
  isFirst: boolean
  isLast: boolean
}

/** One place up, one place down; they send `direction` with the form they stand in. */
export function MoveButtons({ up, down, about, isFirst, isLast }: MoveButtonsProps) {
  const button = (value: 'up' | 'down', label: string) => (
    <button type="submit" name="direction" value={value} className="button button-quiet button-small">
      <Icon name={value} />
      <span className="visually-hidden">{`${label}: ${about}`}</span>
    </button>
  )
  return (
    <div className="moves">
      {!isFirst && button('up', up)}
      {!isLast && button('down', down)}
    </div>
  )
}

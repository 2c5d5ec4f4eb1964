import { folded } from '#app/core/i18n/fold.ts'

/** A piece of a text; a marked one is what somebody searched for. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

const aWord = /[\p{L}\p{N}\p{M}]+/gu

/** Past so many characters nobody looks for the place of a word. */
const farthest = 20_000

/** Whether a word as it is written is one that was searched for; a search finds pieces of words, but of two letters beginnings alone. */
const isMeant = (written: string, words: readonly string[]): boolean => {
  const word = folded(written)
  return words.some((meant) => (meant.length < 3 ? word.startsWith(meant) : word.includes(meant)))
}

/** A text in pieces, the words that were searched for marked: together they are the text. `words` are folded. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: written, index } of text.matchAll(aWord)) {
    if (!isMeant(written, words)) continue
    if (index > at) pieces.push({ text: text.slice(at, index), marked: false })
    pieces.push({ text: written, marked: true })
    at = index + written.length
  }
  return at < text.length ? [...pieces, { text: text.slice(at), marked: false }] : pieces
}

function firstIn(line: string, words: readonly string[]): number {
  for (const { 0: written, index } of line.matchAll(aWord)) if (isMeant(written, words)) return index
  return 0
}

/** Of a long text, on one line, the part around the first word that was searched for, some `most` characters. */
export function fragmentOf(text: string, words: readonly string[], most = 160): Piece[] {
  const line = text.slice(0, farthest).replace(/\s+/g, ' ').trim()
  const start = Math.max(0, firstIn(line, words) - Math.floor(most / 4))
  // Begins and ends between words, so that no letter is torn from its mark.
  const from = start === 0 ? 0 : Math.max(line.lastIndexOf(' ', start) + 1, 0)
  const end = from + most >= line.length ? line.length : Math.max(line.lastIndexOf(' ', from + most), from + 1)
  const pieces = marked(line.slice(from, end), words)
  return [
    ...(from > 0 ? [{ text: '… ', marked: false }] : []),
    ...pieces,
    ...(end < line.length ? [{ text: ' …', marked: false }] : []),
  ]
}

import { folded, foldedWords } from './fold.ts'

/** Whether the texts of a row hold every word that was typed; a search of nothing finds everything. */
export function searchFor(typed: string): (...texts: readonly string[]) => boolean {
  const words = foldedWords(typed)
  return (...texts) => {
    const text = folded(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
}

import { folded } from '#app/core/i18n/fold.ts'

/** Longer words are read up to here: nobody's language has them, and each costs grams. */
const longestWord = 24
const shortestWord = 3
const [shortestGram, longestGram] = [3, 5]

/** A word of a text, as it was written and as it is counted. */
export interface ReadWord {
  readonly shown: string
  readonly folded: string
}

/**
 * The words of a text, each once and at most `most`, folded as a search folds them: Kazakh letters and the Russian ones
 * people type in their place are the same. What has a digit in it is left out: numbers of people, telephones and houses
 * say nothing of what a text is about.
 */
export function wordsOf(text: string, most = Infinity): ReadWord[] {
  const words = new Map<string, ReadWord>()
  for (const [shown] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (words.size >= most) break
    const word = folded(shown)
    if (word.length < shortestWord || /[\p{N} ]/u.test(word)) continue
    if (!words.has(word)) words.set(word, { shown: shown.toLowerCase(), folded: word.slice(0, longestWord) })
  }
  return [...words.values()]
}

/** The pieces of three to five letters of a word, with its ends marked: endings and misspellings leave most of them. */
export function gramsOf(word: string): string[] {
  const marked = `_${word}_`
  const grams = new Set<string>()
  for (let length = shortestGram; length <= longestGram; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1) grams.add(marked.slice(at, at + length))
  return [...grams]
}

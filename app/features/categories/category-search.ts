import { folded, foldedWords } from '#app/core/i18n/fold.ts'

/** Shorter words begin or sit in too many others to mean anything there. */
const leastForPart = 4

/** How well a typed word and a word of a category meet: the same, one begins the other (Kazakh and Russian add endings), or inside. */
function closeness(typed: string, word: string): number {
  if (typed === word) return 4
  if (word.startsWith(typed) && typed.length > 2) return 3
  const stem = Math.min(typed.length, word.length)
  if (stem >= leastForPart && typed.startsWith(word)) return 3
  if (stem > leastForPart && typed.slice(0, stem - 1) === word.slice(0, stem - 1)) return 2
  return typed.length > leastForPart && word.includes(typed) ? 1 : 0
}

/**
 * What `typed` may mean, nearest first: more of its words found goes before words found better. What shares no word is left
 * out; what is equally near keeps its order.
 */
export function rankCategories<T>(items: readonly T[], textsOf: (item: T) => readonly string[], typed: string): T[] {
  const asked = foldedWords(typed)
  const ranked = items.map((item) => {
    const words = folded(textsOf(item).join(' ')).split(' ')
    const scores = asked.map((one) => Math.max(0, ...words.map((word) => closeness(one, word))))
    return { item, found: scores.filter((score) => score > 0).length, score: scores.reduce((sum, one) => sum + one, 0) }
  })
  return ranked
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found || b.score - a.score)
    .map(({ item }) => item)
}

/** A word that people of the region use, folded, and how many of them do. */
export interface KnownWord {
  readonly word: string
  readonly people: number
}

/** Shorter words have too many neighbours to guess among. */
export const shortestCorrected = 4

/** So many letters may be wrong in a word. */
export const mostWrong = (word: string): number => (word.length < 8 ? 1 : 2)

/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make one word of another; more than
 * `most` counts as `most + 1`. (Optimal string alignment.)
 */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1]
      let cost = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1))
      if (a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) cost = Math.min(cost, (before[at - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, last] = [last, next]
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

/** The known word that was most likely meant: with the fewest wrong letters, of those the one that most people use. */
export function likeliest(typed: string, known: readonly KnownWord[]): string | undefined {
  const most = mostWrong(typed)
  let best: (KnownWord & { readonly wrong: number }) | undefined
  for (const { word, people } of known) {
    const wrong = distance(typed, word, most)
    if (wrong === 0 || wrong > most) continue
    if (!best || wrong < best.wrong || (wrong === best.wrong && people > best.people)) best = { word, people, wrong }
  }
  return best?.word
}

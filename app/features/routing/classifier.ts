import { gramsOf, wordsOf, type ReadWord } from './words.ts'

/** How often each gram stood in texts of each category: of counted words, each once a text. */
type GramCounts = ReadonlyMap<string, Readonly<Record<string, number>>>

/** What a classifier knows: multinomial counts, by category id. */
export interface Counts {
  readonly grams: GramCounts
  /** Category to the sum of its counts. */
  readonly totals: Readonly<Record<string, number>>
  /** How many grams it knows; `grams` may be those of one text alone. */
  readonly known: number
}

/** A text that a category is learnt from. */
export interface Lesson {
  readonly category: string
  readonly text: string
  /** Whose text it is; left out for what was written for this purpose and is nobody's. */
  readonly person?: string
  /** How many texts it counts for. */
  readonly weight?: number
}

/** A word of a person counts from so many persons on: a name or an address that fewer wrote never enters the model. */
export const fewestPersons = 5

/** The words that a category is looked for by were chosen with care: they count for so many texts. */
export const wordsWeight = 4

/** So many grams are kept, the most frequent ones: a model does not grow with its region. */
const mostGrams = 30_000

interface WordCount {
  /** Persons who wrote it, no more of them than matter; undefined where it is in nobody's text too. */
  persons: Set<string> | undefined
  readonly counts: Map<string, number>
}

/** Counts lessons one by one; `counts` gives what was learnt. */
export function openLessons() {
  const words = new Map<string, WordCount>()
  return {
    learn({ category, text, person, weight = 1 }: Lesson): void {
      for (const { folded } of wordsOf(text)) {
        const known = words.get(folded) ?? { persons: new Set<string>(), counts: new Map<string, number>() }
        if (person === undefined) known.persons = undefined
        else if (known.persons && known.persons.size < fewestPersons) known.persons.add(person)
        known.counts.set(category, (known.counts.get(category) ?? 0) + weight)
        words.set(folded, known)
      }
    },
    counts: (): Counts => countsOf(words),
  }
}

function countsOf(words: ReadonlyMap<string, WordCount>): Counts {
  const all = new Map<string, { sum: number; by: Record<string, number> }>()
  for (const [word, { persons, counts }] of words) {
    if (persons && persons.size < fewestPersons) continue
    for (const gram of gramsOf(word)) {
      const known = all.get(gram) ?? { sum: 0, by: {} }
      for (const [category, count] of counts) {
        known.by[category] = (known.by[category] ?? 0) + count
        known.sum += count
      }
      all.set(gram, known)
    }
  }
  const kept = [...all].toSorted(([a, one], [b, other]) => other.sum - one.sum || (a < b ? -1 : 1)).slice(0, mostGrams)
  const totals: Record<string, number> = {}
  for (const [, { by }] of kept)
    for (const [category, count] of Object.entries(by)) totals[category] = (totals[category] ?? 0) + count
  return { grams: new Map(kept.map(([gram, { by }]) => [gram, by])), totals, known: kept.length }
}

/** Smoothing: every gram is taken to have stood so many times more in the other categories than it did. */
const smoothing = 3

/** The grams of a word are one word's witnesses, and share its weight: else a long word would outvote three short ones. */
const sharing = 0.8

/** How much two categories must differ for one to be e times as likely, for a text of one word. */
const heat = 0.1

/** Of a long text so many words are read: what it is about is said in the first of them. */
const mostWords = 150

/** How likely a category is for a text, between 0 and 1, and how much each word speaks for it. */
export interface Likely {
  readonly category: string
  readonly certainty: number
  readonly words: readonly { readonly shown: string; readonly weight: number }[]
}

/** Below it nothing is suggested: better no word than a wrong one. See decision 0053 for what was measured. */
const leastCertainty = 0.35

export const isCertain = ({ certainty }: Likely): boolean => certainty >= leastCertainty

/** All grams of a text, to be looked up before it is judged. */
export const gramsOfText = (text: string): string[] => [
  ...new Set(wordsOf(text, mostWords).flatMap(({ folded }) => gramsOf(folded))),
]

/**
 * Categories for a text, the likeliest first; none where nothing of it is known. `among` leaves retired ones out.
 *
 * Multinomial naive Bayes in its complement form: a category is judged by how rarely a gram stands in all the others. They
 * have many texts where one has few, so a word that was met once decides less than it would by its own category's count.
 */
export function judge(counts: Counts, text: string, among: ReadonlySet<string>): Likely[] {
  const categories = Object.keys(counts.totals).filter((category) => among.has(category))
  const words = wordsOf(text, mostWords).flatMap((word) => {
    const grams = gramsOf(word.folded)
    const known = grams.map((gram) => counts.grams.get(gram)).filter((by) => by !== undefined)
    return known.length > 0 ? [{ word, known, share: grams.length ** sharing }] : []
  })
  if (words.length === 0 || categories.length === 0) return []
  const weightIn = complementOf(counts, categories)
  const weights = words.map(({ word, known, share }) => ({
    word,
    by: known.map(weightIn).reduce(
      added,
      categories.map(() => 0),
    ),
    share,
  }))
  const scored = categories.map((category, at) => {
    const own = weights.map(({ word, by, share }) => ({ word, weight: (by[at] ?? 0) / share }))
    return { category, weights: own, score: own.reduce((sum, { weight }) => sum + weight, 0) }
  })
  return asLikely(scored, words.length)
}

const added = (sums: readonly number[], more: readonly number[]): number[] =>
  sums.map((sum, at) => sum + (more[at] ?? 0))

/** How much a gram speaks for each category beside all of them. */
function complementOf({ totals, known }: Counts, categories: readonly string[]) {
  const everything = Object.values(totals).reduce((sum, total) => sum + total, 0)
  const rooms = categories.map((category) => everything - (totals[category] ?? 0) + smoothing * known)
  return (by: Readonly<Record<string, number>>): number[] => {
    const sum = Object.values(by).reduce((all, count) => all + count, 0)
    const weights = categories.map((category, at) =>
      Math.log((rooms[at] ?? 1) / (sum - (by[category] ?? 0) + smoothing)),
    )
    const usual = weights.reduce((all, weight) => all + weight, 0) / weights.length
    return weights.map((weight) => weight - usual)
  }
}

interface Scored {
  readonly category: string
  readonly score: number
  readonly weights: readonly { readonly word: ReadWord; readonly weight: number }[]
}

/** Words lean on each other, so certainty grows with their square root and not with their number. */
function asLikely(scored: readonly Scored[], words: number): Likely[] {
  const sorted = scored.toSorted((one, other) => other.score - one.score)
  const best = sorted[0]?.score ?? 0
  const odds = sorted.map(({ score }) => Math.exp((score - best) / (heat * Math.sqrt(words))))
  const sum = odds.reduce((all, one) => all + one, 0)
  return sorted.map(({ category, weights }, at) => ({
    category,
    certainty: (odds[at] ?? 0) / sum,
    words: weights
      .filter(({ weight }) => weight > 0)
      .toSorted((one, other) => other.weight - one.weight)
      .map(({ word, weight }) => ({ shown: word.shown, weight })),
  }))
}

import { isCertain, judge, openLessons, wordsWeight } from '#app/features/routing/classifier.ts'
import type { loadPack, loadRoutingTexts } from '#tenants/packs/load.ts'

type Text = Awaited<ReturnType<typeof loadRoutingTexts>>[number]
type Categories = Awaited<ReturnType<typeof loadPack>>['categories']

/** How a classifier did on the texts of one language, or of one category in it. */
export interface Accuracy {
  readonly texts: number
  /** Share of texts whose likeliest category is their own; of one category, its recall. */
  readonly right: number
  /** Share whose own category is among the three likeliest. */
  readonly amongThree: number
  /** Share for which the classifier was certain enough to suggest, and how many of these were right. */
  readonly suggested: number
  readonly rightOfSuggested: number
}

interface Judged {
  readonly text: Text
  readonly right: boolean
  readonly amongThree: boolean
  readonly suggested: boolean
}

/**
 * Judges every text by a classifier that learnt from all but its fifth of them, and from the words that categories are
 * looked for by, as a new region's does. All categories of the pack compete, those without texts too. Nothing is drawn by
 * chance: a text's fold follows from its place, so every run gives the same.
 */
export function judgeAll(texts: readonly Text[], categories: Categories, folds = 5): Judged[] {
  const places = new Map<string, number>()
  const placed = texts.map((text) => {
    const kind = `${text.category}.${text.language}`
    const place = places.get(kind) ?? 0
    places.set(kind, place + 1)
    return { text, fold: place % folds }
  })
  const all = new Set(categories.map(({ slug }) => slug))
  return Array.from({ length: folds }, (_none, fold) => {
    const { learn, counts } = openLessons()
    for (const { slug, name, words } of categories)
      learn({
        category: slug,
        text: `${name.kk} ${name.ru} ${words ?? ''}`,
        weight: wordsWeight,
      })
    for (const { text, fold: other } of placed) if (other !== fold) learn({ category: text.category, text: text.text })
    const learnt = counts()
    return placed.filter((one) => one.fold === fold).map(({ text }) => judged(text, judge(learnt, text.text, all)))
  }).flat()
}

function judged(text: Text, likely: ReturnType<typeof judge>): Judged {
  const [best] = likely
  return {
    text,
    right: best?.category === text.category,
    amongThree: likely.slice(0, 3).some(({ category }) => category === text.category),
    suggested: best !== undefined && isCertain(best),
  }
}

/** What a set of judged texts comes to; shares of nothing are 0. */
export function accuracyOf(judged: readonly Judged[]): Accuracy {
  const suggested = judged.filter((one) => one.suggested)
  const share = (some: readonly Judged[], of: readonly Judged[]) => (of.length === 0 ? 0 : some.length / of.length)
  return {
    texts: judged.length,
    right: share(
      judged.filter(({ right }) => right),
      judged,
    ),
    amongThree: share(
      judged.filter(({ amongThree }) => amongThree),
      judged,
    ),
    suggested: share(suggested, judged),
    rightOfSuggested: share(
      suggested.filter(({ right }) => right),
      suggested,
    ),
  }
}

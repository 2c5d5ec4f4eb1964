import { folded } from '#app/core/i18n/fold.ts'

/** So much of a text is looked at, characters: what a matter is stands at its beginning. */
export const comparedLength = 800

/** From this share of common trigrams on two texts say the same; where the place is the same a smaller one will do. */
export const sameWordsFrom = 0.5
export const sameWordsAtPlaceFrom = 0.25

/** Two points of one place are not further apart, metres: telephones are no surveyors. */
export const nearMetres = 150

/** All runs of three letters in the words of a text, kk and ru folded alike, word ends counting as a letter. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>()
  for (const word of folded(text.slice(0, comparedLength)).split(' ').filter(Boolean)) {
    const padded = ` ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3))
  }
  return trigrams
}

/** How much two texts have in common by their trigrams, 0 to 1 (Dice): the same for either order. */
export function sharedTrigrams(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const trigram of small) if (large.has(trigram)) shared += 1
  return (2 * shared) / (one.size + other.size)
}

/** A point on the earth, degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const metresOfDegree = 111_320

/** How far two points of one town are apart, metres. */
export function metresBetween(one: Point, other: Point): number {
  const north = (one.lat - other.lat) * metresOfDegree
  const east = (one.lon - other.lon) * metresOfDegree * Math.cos((one.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}

/** The box around a point in which everything that is near lies. */
export function boxAround({ lat, lon }: Point) {
  const north = nearMetres / metresOfDegree
  const east = north / Math.max(Math.cos((lat * Math.PI) / 180), 0.01)
  return { south: lat - north, north: lat + north, west: lon - east, east: lon + east }
}

/** Whether two addresses name one house: the words of the shorter one, a number among them, all stand in the longer. */
export function isSameAddress(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => new Set(folded(address).split(' ').filter(Boolean)))
  if (!a || !b) return false
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  const words = [...short]
  return words.length >= 2 && words.some((word) => /\d/.test(word)) && words.every((word) => long.has(word))
}

const stemLength = 6
const mostStems = 3

/**
 * By what texts that say the same are looked up in the index of words: the beginnings of the longest words, as patterns of LIKE
 * that a folded text must all hold. Letters and digits alone are left by the fold: there is nothing to escape. Empty for a
 * text of short words.
 */
export function lookupPatterns(text: string): string[] {
  const words = [...new Set(folded(text.slice(0, comparedLength)).split(' '))].filter(
    (word) => word.length >= stemLength,
  )
  const longest = words.toSorted((a, b) => b.length - a.length || a.localeCompare(b)).slice(0, mostStems)
  return longest.length < mostStems ? [] : longest.map((word) => `% ${word.slice(0, stemLength)}%`)
}

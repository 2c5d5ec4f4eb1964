import { createHash } from 'node:crypto'
import { folded } from '#app/core/i18n/fold.ts'

/** Two texts are nearly the same from this share of common runs of words on. */
export const nearlyTheSame = 0.6

const wordsInRun = 3
const rows = 4
const bandCount = 16

/** Every run of three words of a folded text; a shorter text is one run. Numbers count as one: only they differ in a form letter. */
function runsOf(text: string): Set<string> {
  const words = folded(text)
    .split(' ')
    .map((word) => (/^\d+$/.test(word) ? '0' : word))
  if (words.length <= wordsInRun) return new Set([words.join(' ')])
  return new Set(words.slice(wordsInRun - 1).map((_, at) => words.slice(at, at + wordsInRun).join(' ')))
}

/** How much two texts have in common: shared runs of words among all of both, 0 to 1 (Jaccard). */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)]
  const shared = [...a].filter((run) => b.has(run)).length
  return shared / (a.size + b.size - shared)
}

/** 64 numbers of 32 bits from a run: 64 orders in which runs could stand. */
function hashesOf(run: string): Uint32Array {
  const digest = [0, 1, 2, 3].map((part) => createHash('sha512').update(`${part}\n${run}`).digest())
  const bytes = Buffer.concat(digest)
  return Uint32Array.from({ length: rows * bandCount }, (_, at) => bytes.readUInt32LE(at * 4))
}

/**
 * Marks by which texts that are nearly the same find each other through an index: of each order the first run (MinHash), four
 * orders a mark. Texts that share eight runs of ten share a mark in 99.98 of 100 cases, six of ten in 89, three of ten in 12.
 */
export function bandsOf(text: string): string[] {
  const first = new Uint32Array(rows * bandCount).fill(0xffffffff)
  for (const run of runsOf(text)) hashesOf(run).forEach((hash, at) => (first[at] = Math.min(first[at] ?? hash, hash)))
  return Array.from({ length: bandCount }, (_, band) => {
    const mark = first.slice(band * rows, (band + 1) * rows).join('.')
    return `${band}:${createHash('sha256').update(mark).digest('base64url').slice(0, 11)}`
  })
}

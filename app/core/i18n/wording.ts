/** Why a region's own text cannot stand in the place of a shipped one. */
export interface WordingProblem {
  /**
   * `lost`: a value that has to stand in it is missing; `unknown`: it names one that nobody gives, or leaves a brace open;
   * `often`: it names one again and again; `nested`: it would bring in another text.
   */
  readonly why: 'lost' | 'unknown' | 'often' | 'nested'
  /** What it is about, as it is written: `{{number}}`. */
  readonly what: string
}

const value = /\{\{(\w+)\}\}/g

/** A text may say a value this many times more than the shipped one does. */
const mostMore = 2

/** The values that a text names, each once, as they are written: `{{number}}`. */
export const valuesOf = (text: string): string[] => [...new Set(text.match(value) ?? [])]

/**
 * What is wrong with a region's own text for a shipped one; undefined where it can stand in its place. Texts that bring in
 * others could bring in each other for ever, and no shipped text does.
 */
export function wordingProblem(shipped: string, own: string): WordingProblem | undefined {
  if (own.includes('$t(')) return { why: 'nested', what: '$t(' }
  const [asked, given] = [valuesOf(shipped), valuesOf(own)]
  const unknown = given.find((name) => !asked.includes(name))
  if (unknown) return { why: 'unknown', what: unknown }
  const brace = own.replace(value, '').match(/\{\{|\}\}/)?.[0]
  if (brace) return { why: 'unknown', what: brace }
  const lost = asked.find((name) => !given.includes(name))
  if (lost) return { why: 'lost', what: lost }
  const count = (text: string, name: string) => text.split(name).length - 1
  const often = given.find((name) => count(own, name) > count(shipped, name) + mostMore)
  return often ? { why: 'often', what: often } : undefined
}

/** The text with values in it, as a page or a notice would say it. */
export const withValues = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(value, (braces, name: string) => values[name] ?? braces)

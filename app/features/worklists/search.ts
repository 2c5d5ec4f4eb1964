import { foldedWords } from '#app/core/i18n/fold.ts'

/**
 * What a search looks for, as patterns of LIKE that a folded text must all hold. A word of three letters is found
 * anywhere; a shorter one only at the beginning of a word, or the index could not help. Letters and digits alone are
 * left by the fold: there is nothing to escape.
 */
export const searchPatterns = (typed: string): string[] =>
  foldedWords(typed).map((word) => (word.length < 3 ? `% ${word}%` : `%${word}%`))

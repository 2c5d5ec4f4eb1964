/**
 * A folded word as a pattern of LIKE. One of three letters is found anywhere; a shorter one only at the beginning of a
 * word, or the index could not help. Letters and digits alone are left by the fold: there is nothing to escape.
 */
export const patternOf = (word: string): string => (word.length < 3 ? `% ${word}%` : `%${word}%`)

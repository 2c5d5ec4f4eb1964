/** A code as people type it from a paper: blanks, hyphens and letter case do not count, O is 0, I and L are 1. */
export const typedLetterCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1').slice(0, 40)

/** A code as it is printed: in fours. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** The first of a hash, in fours: enough to compare two papers by eye. */
export const shortHash = (hash: string): string => printedCode(hash.slice(0, 16))

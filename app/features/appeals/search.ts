import { folded } from '#app/core/i18n/fold.ts'

/** What an appeal is found by, from all its words; each stands between blanks, so that a search can say where one begins. */
export const searchedWords = (...texts: readonly string[]): string => ` ${folded(texts.join(' '))} `

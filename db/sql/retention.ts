import { chosenTerms, fixedTerms, type ChosenTerm, type FixedTable, type TermKind } from '../schema/retention.ts'

/** Every term that a region may choose, with its ends. */
export const termsToChoose: readonly (readonly [TermKind, ChosenTerm])[] = Object.entries(chosenTerms) as [
  TermKind,
  ChosenTerm,
][]

/** The term of this kind with its ends; undefined for a word that is no kind. */
export const termToChoose = (kind: string): ChosenTerm | undefined =>
  termsToChoose.find(([known]) => known === kind)?.[1]

export const isTermKind = (kind: string): kind is TermKind => termToChoose(kind) !== undefined

/** What goes after so many days, whatever a region would like. */
export const termsOfCode: readonly (readonly [FixedTable, number])[] = Object.entries(fixedTerms) as [
  FixedTable,
  number,
][]

/** Days after which an unsent draft goes. */
export const draftDays: number = fixedTerms.appeal_draft

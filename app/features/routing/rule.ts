import { folded } from '#app/core/i18n/fold.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What a rule asks of an appeal; what is empty or null asks nothing. */
export interface RuleConditions {
  /** Beginnings of words between commas; one of them is enough. */
  readonly words: string
  readonly places: string
  readonly ofCategoryId: string | null
  readonly language: LocaleCode | null
  readonly weekdays: readonly string[]
  /** HH:MM, both or neither. */
  readonly hoursFrom: string | null
  readonly hoursTo: string | null
}

/** Of an appeal, what rules look at. */
export interface RoutedText {
  readonly text: string
  /** Where it happened, as written; empty for no place. */
  readonly place: string
  readonly categoryId: string | null
  readonly language: LocaleCode
  /** ISO weekday and HH:MM of its receipt, on the region's wall clock. */
  readonly weekday: string
  readonly time: string
}

/** Which conditions a rule had and the appeal met; the words as the rule spells them. */
export interface Taken {
  readonly word?: string
  readonly place?: string
  readonly category: boolean
  readonly language: boolean
  readonly when: boolean
}

/** The parts of a list between commas, none of them empty. */
export const listed = (typed: string): string[] =>
  typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => folded(part) !== '')

/** Whether a rule asks anything at all: one that does not would take every appeal. */
export function asksSomething(rule: RuleConditions): boolean {
  const { words, places, ofCategoryId, language, hoursFrom } = rule
  const lists = [...listed(words), ...listed(places), ...rule.weekdays]
  return lists.length > 0 || ofCategoryId !== null || language !== null || hoursFrom !== null
}

/** What of a rule an appeal meets; undefined where it does not meet all of it. */
export function takes(rule: RuleConditions, appeal: RoutedText): Taken | undefined {
  const word = firstIn(rule.words, appeal.text)
  const place = firstIn(rule.places, appeal.place)
  if (word === undefined || place === undefined) return undefined
  if (rule.ofCategoryId !== null && rule.ofCategoryId !== appeal.categoryId) return undefined
  if (rule.language !== null && rule.language !== appeal.language) return undefined
  if (rule.weekdays.length > 0 && !rule.weekdays.includes(appeal.weekday)) return undefined
  const { hoursFrom, hoursTo } = rule
  if (hoursFrom !== null && hoursTo !== null && (appeal.time < hoursFrom || appeal.time >= hoursTo)) return undefined
  return {
    ...(word && { word }),
    ...(place && { place }),
    category: rule.ofCategoryId !== null,
    language: rule.language !== null,
    when: rule.weekdays.length > 0 || hoursFrom !== null,
  }
}

/** The first of a list that a word of the text begins with; '' for an empty list, undefined where none does. */
function firstIn(list: string, text: string): string | undefined {
  const wanted = listed(list)
  if (wanted.length === 0) return ''
  const words = ` ${folded(text)}`
  return wanted.find((part) => words.includes(` ${folded(part)}`))
}

/** The first rule that takes an appeal, with its number in the order; one that is not `usable` keeps its number. */
export function firstTaking<Rule extends RuleConditions>(
  rules: readonly Rule[],
  appeal: RoutedText,
  usable: (rule: Rule) => boolean,
): { readonly rule: Rule; readonly number: number; readonly taken: Taken } | undefined {
  for (const [at, rule] of rules.entries()) {
    const taken = usable(rule) ? takes(rule, appeal) : undefined
    if (taken) return { rule, number: at + 1, taken }
  }
  return undefined
}

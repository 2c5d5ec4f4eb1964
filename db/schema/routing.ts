import type { ColumnType, Generated } from 'kysely'
import type { LocaleCode } from './vocabulary.ts'

/** When a rule takes an appeal, and what it suggests then. Conditions that are left out take every appeal. */
interface RoutingRuleTable {
  id: string
  name: string
  /** Beginnings of words, or of several in a row, between commas; one of them is enough. */
  words: string
  /** The same of an address. */
  places: string
  ofCategoryId: string | null
  language: LocaleCode | null
  /** ISO weekdays of receipt, `1` to `7`; none for every day. */
  weekdays: string[]
  /** HH:MM on the region's wall clock, both or neither. */
  hoursFrom: string | null
  hoursTo: string | null
  agencyId: string
  /** The category that it suggests beside the agency. */
  categoryId: string | null
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

/** One row: what the region's classifier was made of. */
interface RoutingModelTable {
  id: string
  trainedAt: Date
  /** How many closed appeals and how many written samples it learnt from. */
  appeals: number
  samples: number
  /** How many grams it knows. */
  known: number
  /** Category to the sum of its counts. */
  totals: ColumnType<Readonly<Record<string, number>>, string, string>
}

interface RoutingGramTable {
  gram: string
  /** Category to how often the gram stood in its texts. */
  counts: ColumnType<Readonly<Record<string, number>>, string, string>
  /** Of the night it was learnt in: what an earlier one left behind goes. */
  learningId: string
}

/** Where a suggestion comes from. */
export type RoutingSource = 'rule' | 'words' | 'ledger' | 'category'

interface RoutingChoiceTable {
  id: string
  appealId: string
  about: 'category' | 'agency'
  source: RoutingSource
  ruleId: string | null
  /** The category that was suggested, or by which the agency was; null for an agency that a rule named without one. */
  categoryId: string | null
  suggestedId: string
  chosenIds: string[]
  outcome: 'confirmed' | 'overridden'
  decidedBy: string
  decidedAt: Date
}

/** Where appeals go: what the region suggests, and what people made of it. */
export interface RoutingTables {
  routingRule: RoutingRuleTable
  routingModel: RoutingModelTable
  routingGram: RoutingGramTable
  routingChoice: RoutingChoiceTable
}

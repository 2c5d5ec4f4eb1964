import type { Generated } from 'kysely'
import type { LocaleCode } from './vocabulary.ts'

interface AnswerLetterTable {
  /** Its file stands in the region's file store under the same id. */
  id: string
  /** Null in the letter of an act. */
  answerId: string | null
  actId: string | null
  appealId: string
  /** Whose letterhead it has; null where the centre itself writes. */
  agencyId: string | null
  /** What stands on the paper for whoever wants to know whether it is real. */
  code: string
  /** YYYY-MM-DD */
  issuedOn: string
  /** The paragraph that the product adds, as it was on the day; empty where the answer says it itself. */
  rightOfAppeal: string
  /** Of the answer's words: two answers that share one are probably nearly the same. */
  bands: string[]
  /** `due`: signed, and the file is not made yet. */
  state: 'due' | 'kept' | 'erased'
  bytes: number | null
  /** Of the file, hexadecimal digits. */
  sha256: string | null
  madeAt: Date | null
}

/** A text that answers begin with, in one language. */
interface AnswerTemplateTable {
  id: string
  language: LocaleCode
  /** Null where it is for every category. */
  categoryId: string | null
  name: string
  /** With merge fields between braces. */
  text: string
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

/** What answers are made of, and the papers that they become. */
export interface LetterTables {
  answerLetter: AnswerLetterTable
  answerTemplate: AnswerTemplateTable
}

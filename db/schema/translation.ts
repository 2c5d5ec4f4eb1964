import type { Generated } from 'kysely'
import type { LocaleCode } from './vocabulary.ts'

/** What is to be translated: the words of the appeal, or those of an agency's draft answer. */
export type TranslationKind = 'appeal' | 'draft'

/** `withdrawn`: nobody needs it any more; it ended without a person's doing. */
export type TranslationStatus = 'open' | 'done' | 'declined' | 'withdrawn'

interface TranslationRequestTable {
  id: string
  appealId: string
  kind: TranslationKind
  /** Whose draft; null where it is the appeal's own text. */
  draftAgencyId: string | null
  fromLanguage: LocaleCode
  toLanguage: LocaleCode
  status: TranslationStatus
  /** The draft as it stood when it was asked; null where it is the appeal's own text, which does not change. */
  original: string | null
  /** Empty until it is done. */
  translation: Generated<string>
  /** Why a colleague declined; empty otherwise. */
  reason: Generated<string>
  askedBy: string
  askedAt: Date
  /** Null where it was withdrawn. */
  closedBy: string | null
  closedAt: Date | null
  submissionKey: string
}

/** Help with languages while an appeal is at work. */
export interface TranslationTables {
  translationRequest: TranslationRequestTable
}

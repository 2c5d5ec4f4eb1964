import type { Generated } from 'kysely'
import type { LocaleCode } from './vocabulary.ts'

/** Somebody who signed an appeal beside the person who brought it. */
interface CosignerTable {
  id: string
  appealId: string
  /** Name and contacts: a row of their own. */
  applicantId: string
  /** In which they are told. */
  language: LocaleCode
  accessSalt: string
  submissionKey: string
  /** Null where the person who brought the appeal named them. */
  addedBy: string | null
  createdAt: Date
  /** When they took their signature back. */
  leftAt: Date | null
  /** Null where they did it themselves. */
  leftBy: string | null
  leftReason: Generated<string>
}

/** `repeat`: the same person's same matter after a decision, of which the other one is the earlier. */
export type RelationKind = 'related' | 'repeat' | 'merged'

/** What an appeal has to do with another one; of a merged one the other goes on. */
interface AppealRelationTable {
  id: string
  appealId: string
  otherId: string
  kind: RelationKind
  reason: string
  madeBy: string
  madeAt: Date
  endedBy: string | null
  endedAt: Date | null
  endReason: Generated<string>
}

/** Whose appeals are, and what they have to do with each other. */
export interface PeopleTables {
  cosigner: CosignerTable
  appealRelation: AppealRelationTable
}

import type { Generated } from 'kysely'
import type { RatingMeaning } from './vocabulary.ts'

/** What a person may say of an answer, in the region's words. */
interface RatingChoiceTable {
  id: string
  meaning: RatingMeaning
  nameKk: string
  nameRu: string
  nameEn: string
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

/** What the person who was answered says of it: once each time an appeal is answered. */
interface RatingTable {
  id: string
  appealId: string
  /** Which time the appeal was answered. */
  round: number
  choiceId: string
  /** As the choice meant it on the day. */
  meaning: RatingMeaning
  /** In the person's own words; nobody has to. */
  words: string
  submissionKey: string
  createdAt: Date
}

/** That a person asks for an answered appeal to be taken up again, and what a dispatcher decided. */
interface ReopeningTable {
  id: string
  appealId: string
  ratingId: string
  /** Why it is not solved. */
  reason: string
  createdAt: Date
  /** YYYY-MM-DD: by when it is decided. */
  decideOn: string
  decideAt: Date
  decision: 'reopened' | 'declined' | null
  decidedBy: string | null
  /** What the person is told. */
  decisionReason: Generated<string>
  decidedAt: Date | null
}

/** How people judge answers, and what follows. */
export interface RatingTables {
  ratingChoice: RatingChoiceTable
  rating: RatingTable
  reopening: ReopeningTable
}

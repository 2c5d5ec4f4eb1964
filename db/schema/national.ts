interface RegionTable {
  slug: string
  nameKk: string
  nameRu: string
  nameEn: string
  population: number
}

interface AppliedEventTable {
  region: string
  /** Of the region's journal. */
  eventId: string
}

/**
 * What is counted: `intent` is `received` by what people bring, `answerDays` is `answered` by how long it took, `ended` is by an
 * act. An appeal is `answered` once; what was reopened is `answeredAgain`.
 */
export type Measure =
  | 'received'
  | 'intent'
  | 'answered'
  | 'answeredOnTime'
  | 'answerDays'
  | 'forwarded'
  | 'withdrawn'
  | 'ended'
  | 'rated'
  | 'reopened'
  | 'answeredAgain'
  | 'merged'
  | 'unmerged'

interface AppealFigureTable {
  region: string
  /** YYYY-MM-DD, the first of the month. */
  month: string
  measure: Measure
  /** A channel, an intent, an outcome, a number of days, a level; empty where the measure has no parts. */
  part: string
  appeals: number
}

interface RegionFreshnessTable {
  region: string
  /** When the youngest event happened that the figures know of. */
  lastEventAt: Date
}

interface FigureProofTable {
  region: string
  provedAt: Date
  differences: number
}

/** Impersonal figures of all regions. */
export interface NationalTables {
  region: RegionTable
  appliedEvent: AppliedEventTable
  appealFigure: AppealFigureTable
  regionFreshness: RegionFreshnessTable
  figureProof: FigureProofTable
}

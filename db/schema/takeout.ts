import type { Generated } from 'kysely'

export type TakeoutState = 'asked' | 'working' | 'ready' | 'taken' | 'expired' | 'failed'

/** Everything of the region in one file, as its administrator asked for it. */
interface TakeoutTable {
  id: string
  submissionKey: string
  askedBy: string
  state: TakeoutState
  /** How far it is. */
  parts: Generated<number>
  ofParts: Generated<number>
  bytes: number | null
  sha256: string | null
  createdAt: Date
  updatedAt: Date
  readyAt: Date | null
  expiresAt: Date | null
  takenAt: Date | null
  takenBy: string | null
}

export interface TakeoutTables {
  takeout: TakeoutTable
}

import type { Generated } from 'kysely'

interface ForwardTermTable {
  /** YYYY-MM-DD: the first registration day this term is for. */
  appliesFrom: string
  workingDays: number
  version: Generated<number>
}

interface AppealNoteTable {
  id: string
  appealId: string
  authorId: string
  /** `returned`: why a head did not sign. */
  kind: 'note' | 'returned'
  text: string
  submissionKey: string
  createdAt: Date
}

interface NoteMentionTable {
  noteId: string
  staffId: string
  readAt: Date | null
}

interface AppealPresenceTable {
  appealId: string
  staffId: string
  doing: 'viewing' | 'editing'
  seenAt: Date
}

/** What staff need beside an appeal while they work on it. */
export interface DeskTables {
  forwardTerm: ForwardTermTable
  appealNote: AppealNoteTable
  noteMention: NoteMentionTable
  appealPresence: AppealPresenceTable
}

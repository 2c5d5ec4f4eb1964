import type { Generated } from 'kysely'
import type { ShareRole, ShareStatus } from './vocabulary.ts'

/** One body's share of an appeal. */
interface AssignmentTable {
  id: string
  /** A body of the akimat is ordered, another is forwarded to and has a clock of its own. */
  kind: Generated<'assigned' | 'forwarded'>
  role: Generated<ShareRole>
  status: Generated<ShareStatus>
  appealId: string
  agencyId: string
  /** Which time the appeal was being answered when it was given. */
  round: Generated<number>
  /** What of the appeal is theirs; empty where it is the whole. */
  part: Generated<string>
  /** How often this share alone was acted on: see `versionSeenBy`. */
  steps: Generated<number>
  assignedBy: string
  assignedAt: Date
  dueOn: string
  dueAt: Date
  answeredAt: Date | null
  /** When it was taken away, by redirecting too. */
  withdrawnAt: Date | null
}

/** That a body says an appeal is not its own, and what the dispatcher made of it. */
interface ContestTable {
  id: string
  appealId: string
  assignmentId: string
  reason: string
  /** Null where the right body is none of the region's. */
  rightAgencyId: string | null
  /** Null for a body without accounts: then the name is as typed. */
  contestedBy: string | null
  contestedName: string
  createdAt: Date
  /** YYYY-MM-DD: by when the dispatcher decides. */
  decideOn: string
  decideAt: Date
  /** `lapsed`: the share ended for another reason before anybody decided. */
  decision: 'kept' | 'redirected' | 'lapsed' | null
  decidedBy: string | null
  decisionReason: Generated<string>
  decidedAt: Date | null
}

/** An appeal, or a part of one, that had gone to the wrong body. */
interface RedirectTable {
  id: string
  appealId: string
  fromAgencyId: string
  toAgencyId: string
  categoryId: string | null
  reason: string
  /** Working days that the wrong body had it. */
  daysLost: number
  decidedBy: string
  createdAt: Date
}

/** The way in for a body without accounts. */
interface ShareLinkTable {
  id: string
  assignmentId: string
  salt: string
  /** Null where the body had no address then. */
  sentTo: string | null
  createdBy: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  usedAt: Date | null
}

interface ShareFileTable {
  assignmentId: string
  attachmentId: string
}

/** Who has an appeal, and how it comes to the right one. */
export interface ShareTables {
  assignment: AssignmentTable
  contest: ContestTable
  redirect: RedirectTable
  shareLink: ShareLinkTable
  shareFile: ShareFileTable
}

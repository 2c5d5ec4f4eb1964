import type { ColumnType } from 'kysely'
/** What a person adds to an appeal that is at work already. */
export interface AppealInformationTable {
  id: string
  appealId: string
  text: string
  submissionKey: string
  createdAt: Date
}

/** That a person took an appeal back. */
export interface AppealWithdrawalTable {
  appealId: string
  reason: string
  submissionKey: string
  createdAt: Date
}

/** A file; its content stands in the region's file store, under the same id. */
export interface AttachmentTable {
  id: string
  /** What is being written still; exactly one of draft and appeal is set. */
  draftId: string | null
  appealId: string | null
  /** Came with what was added later. */
  informationId: string | null
  name: string
  mediaType: string
  bytes: number
  /** Of the kept file, hexadecimal digits. */
  sha256: string
  state: 'kept' | 'erased'
  addedBy: 'resident' | 'staff'
  createdAt: Date
}

/** An appeal that is being written; gone when it is sent or forgotten. */
export interface AppealDraftTable {
  id: string
  /** Question to its answer. */
  answers: ColumnType<Readonly<Record<string, unknown>>, string, unknown>
  version: number
  createdAt: Date
  updatedAt: Date
  expiresAt: Date
}

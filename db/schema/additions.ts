import type { ColumnType, Generated } from 'kysely'
import type { RowImages } from './core.ts'

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

/** What an administrator changed, with what was before: it may be undone while this is kept. */
export interface AdminChangeTable {
  id: string
  /** Of the form and what it held: the same form makes one change. */
  submissionKey: string
  event: string
  subjectKind: string
  subjectId: string
  images: ColumnType<RowImages, string, string>
  madeBy: string
  madeAt: Date
  undoneAt: Date | null
}

/** Who interprets for the region. */
export interface InterpreterTable {
  id: string
  fullName: string
  /** ISO 639 codes of the languages between which the person interprets. */
  languages: string[]
  signLanguage: boolean
  onSite: boolean
  remote: boolean
  /** E.164 */
  phone: string | null
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

/** A number to call. */
export interface HotlineTable {
  id: string
  number: string
  /** `short` numbers (1308) are dialled from a mobile and are no phone numbers. */
  kind: 'landline' | 'short'
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

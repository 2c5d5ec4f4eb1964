import type { Generated } from 'kysely'

/** What the virus scanner said: nothing yet, nothing found, something found, or that the file is too large for it. */
export type Scan = 'unscanned' | 'clean' | 'infected' | 'unscannable'

/** Why a person's values were emptied. */
export type ErasureGround = 'asked' | 'court' | 'termOver'

/** A file; its content stands in the region's file store, under the same id, while it is kept. */
interface AttachmentTable {
  id: string
  /** What is being written still; exactly one of draft and appeal is set. */
  draftId: string | null
  appealId: string | null
  /** Came with what was added later. */
  informationId: string | null
  /** Came with a body's answer. */
  answerId: string | null
  name: string
  mediaType: string
  bytes: number
  /** Of the kept file, hexadecimal digits. */
  sha256: string
  /** `removed`: a virus was found in it; `erased`: the person was. */
  state: 'kept' | 'removed' | 'erased'
  addedBy: 'resident' | 'staff'
  createdAt: Date
  scan: Generated<Scan>
  scannedAt: Date | null
  /** The scanner's name of what it found. */
  threat: string | null
  /** The photo that this one was made of by blacking places out, and who did it. */
  parentId: string | null
  madeBy: string | null
  /** The public may see it: never what a person sent, only what was made of it. */
  publishable: Generated<boolean>
  submissionKey: string | null
}

/** The tombstone of a person: that there was one. */
interface ErasureTable {
  applicantId: string
  /** Null where the term was over and nobody asked. */
  erasedBy: string | null
  ground: ErasureGround
  /** Number and date of the paper that asks for it. */
  paper: string
  erasedAt: Date
}

/** Files, and what becomes of them and of who brought them. */
export interface FileTables {
  attachment: AttachmentTable
  erasure: ErasureTable
}

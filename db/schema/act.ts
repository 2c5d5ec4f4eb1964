import type { Generated } from 'kysely'
import type { ActGround, ActKind, ActStatus } from './vocabulary.ts'

/** A reasoned act on an appeal or on one body's share of it; what is signed is never written again. */
interface ActTable {
  id: string
  appealId: string
  /** Null where it is about the appeal as a whole. */
  assignmentId: string | null
  /** Whose share it is; null where the centre itself acts. */
  agencyId: string | null
  kind: ActKind
  status: ActStatus
  ground: ActGround
  /** The reasons; of a hearing the preliminary decision. In the language of the appeal. */
  text: string
  /** YYYY-MM-DD: until when a term is extended, or on which day a suspended clock goes on by itself. */
  untilOn: string | null
  /** YYYY-MM-DD: since when a clock stands, or goes on; set with the signature. */
  fromOn: string | null
  hearsAt: Date | null
  place: string | null
  /** The appeal in which the same matter was decided. */
  earlierAppealId: string | null
  /** The suspension that a resumption ends. */
  endsActId: string | null
  submissionKey: string
  draftedBy: string
  draftedAt: Date
  /** Why a head gave the draft back. */
  returnReason: Generated<string>
  approvedBy: string | null
  approvedAt: Date | null
  signedBy: string | null
  signerName: string | null
  /** In the language of the appeal, as it was on the day. */
  signerPost: string | null
  signedAt: Date | null
  /** Of the appeal's acts, with its own number: 75-26-000001/1. */
  number: string | null
  /** Which adapter made the signature. */
  signatureMethod: string | null
  contentHash: string | null
  version: Generated<number>
}

/** Whether a person was told of a signed act in time. */
interface ActNoticeTable {
  actId: string
  appealId: string
  /** Of the outbox: the notices that were sent stand under it. Null until the worker has begun. */
  eventId: string | null
  /** How many must be told; counted when the worker begins. */
  people: Generated<number>
  /** YYYY-MM-DD */
  noticeBy: string
  noticeAt: Date
  /** What the last look found: `late` is told after its day, `missing` past its day and not told. */
  state: Generated<'due' | 'told' | 'late' | 'missing'>
  /** YYYY-MM-DD: when and how somebody told the person outside of the product. */
  toldOn: string | null
  toldWay: 'post' | 'hand' | 'telephone' | null
  /** The number of the registered letter, or who took the paper. */
  toldRef: string | null
  notedBy: string | null
  notedAt: Date | null
}

/** What the person says to a preliminary decision, once. */
interface ActObjectionTable {
  actId: string
  appealId: string
  kind: 'objects' | 'agrees'
  text: string
  submissionKey: string
  createdAt: Date
}

interface HearingProtocolTable {
  actId: string
  appealId: string
  attendance: 'came' | 'video' | 'absent'
  text: string
  keptBy: string
  keptName: string
  keptAt: Date
  contentHash: string
}

/** Within how much acts must be done. */
interface ActTermTable {
  /** `extensionMonths` are months, the others working days. */
  name: 'extensionMonths' | 'noticeDays' | 'hearingDays' | 'objectionDays'
  /** YYYY-MM-DD */
  appliesFrom: string
  amount: number
}

/** The acts of an appeal, and what belongs to them. */
export interface ActTables {
  act: ActTable
  actNotice: ActNoticeTable
  actObjection: ActObjectionTable
  actTerm: ActTermTable
  hearingProtocol: HearingProtocolTable
}

import type { Generated } from 'kysely'
import type { ErasureGround } from './file.ts'
import type { ownership } from './ownership.ts'
import type { LegalKind } from './vocabulary.ts'

/** Why a term may be no shorter or longer: a law or list of the country, or our own care. */
export type TermSource = 'archiveList' | 'house'

/** A term that a region may choose, and between which ends. */
export interface ChosenTerm {
  readonly unit: 'months' | 'days'
  readonly least: number
  readonly most: number
  /** Where neither the region nor its pack says otherwise. */
  readonly usual: number
  readonly source: TermSource
}

// Five years by the list of records with their terms (order No. 263 of 29 September 2017); ten are enough for any purpose.
const ofAppeals = { unit: 'months', least: 60, most: 120, usual: 60, source: 'archiveList' } as const

/** Every term a region may choose: personal values of closed appeals by legal kind, their files, and what goes sooner. */
export const chosenTerms = {
  application: ofAppeals,
  complaint: ofAppeals,
  report: ofAppeals,
  proposal: ofAppeals,
  response: ofAppeals,
  inquiry: ofAppeals,
  // What is kept longer than the list asks need not keep its files as long.
  files: ofAppeals,
  changes: { unit: 'days', least: 30, most: 365, usual: 90, source: 'house' },
  imports: { unit: 'days', least: 7, most: 90, usual: 30, source: 'house' },
} as const satisfies Record<LegalKind, ChosenTerm> & Record<string, ChosenTerm>

export type TermKind = keyof typeof chosenTerms

type TenantOwnership = typeof ownership.tenant
type Personal = {
  [Table in keyof TenantOwnership]: TenantOwnership[Table]['erasure'] extends 'none' ? never : Table
}[keyof TenantOwnership]

/** `appeals`: emptied with the appeal of its legal kind; `account`: while somebody works here; days: fixed by the code. */
type Ends = 'appeals' | 'account' | 'files' | 'changes' | 'imports' | { readonly days: number }

/**
 * When each table with personal values is emptied. The compiler lists a table that `ownership.ts` calls personal and is
 * missing here; the nightly jobs and the administrator's page both read this.
 */
export const ends = {
  applicant: 'appeals',
  appeal: 'appeals',
  appeal_text: 'appeals',
  appeal_information: 'appeals',
  appeal_withdrawal: 'appeals',
  appeal_relation: 'appeals',
  appeal_note: 'appeals',
  cosigner: 'appeals',
  registration: 'appeals',
  correction: 'appeals',
  correction_value: 'appeals',
  cure: 'appeals',
  assignment: 'appeals',
  contest: 'appeals',
  redirect: 'appeals',
  act: 'appeals',
  act_notice: 'appeals',
  act_objection: 'appeals',
  hearing_protocol: 'appeals',
  answer: 'appeals',
  answer_draft: 'appeals',
  answer_letter: 'appeals',
  rating: 'appeals',
  reopening: 'appeals',
  translation_request: 'appeals',
  legal_hold: 'appeals',
  attachment: 'files',
  admin_change: 'changes',
  register_row: 'imports',
  appeal_draft: { days: 1 },
  appeal_presence: { days: 1 },
  invitation: { days: 30 },
  visit: { days: 90 },
  consultation: { days: 90 },
  auth_recovery_code: { days: 30 },
  auth_device: { days: 365 },
  auth_user: 'account',
  auth_session: 'account',
  auth_account: 'account',
  auth_verification: 'account',
  auth_second_factor: 'account',
  auth_passkey: 'account',
  auth_challenge: 'account',
  interpreter: 'account',
  staff_member: 'account',
  saved_view: 'account',
} as const satisfies Record<Personal, Ends>

type Ended = typeof ends
/** Tables whose rows go after so many days, whatever a region would like. */
export type FixedTable = { [Table in keyof Ended]: Ended[Table] extends { days: number } ? Table : never }[keyof Ended]

/** The same with their days. */
export const fixedTerms: Readonly<Record<FixedTable, number>> = {
  appeal_draft: ends.appeal_draft.days,
  appeal_presence: ends.appeal_presence.days,
  invitation: ends.invitation.days,
  visit: ends.visit.days,
  consultation: ends.consultation.days,
  auth_recovery_code: ends.auth_recovery_code.days,
  auth_device: ends.auth_device.days,
}

/** What may not be emptied as long as it stands. */
interface LegalHoldTable {
  id: string
  appealId: string
  reason: string
  heldBy: string
  heldAt: Date
  liftReason: Generated<string>
  liftedBy: string | null
  liftedAt: Date | null
}

/** A request for erasure that a hold stood against. */
interface ErasureRefusalTable {
  id: string
  applicantId: string
  holdId: string
  refusedBy: string
  ground: ErasureGround
  /** Number and date of the paper that asked for it. */
  paper: string
  refusedAt: Date
}

/** How long a region keeps one kind of records. */
interface RetentionTermTable {
  /** The kind. */
  id: string
  amount: number
  /** For a week after somebody changed it nothing goes by it. */
  changedAt: Date | null
  version: Generated<number>
}

export interface RetentionTables {
  legalHold: LegalHoldTable
  erasureRefusal: ErasureRefusalTable
  retentionTerm: RetentionTermTable
}

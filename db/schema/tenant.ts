import type { ColumnType, Generated } from 'kysely'
import type { AppealDraftTable, AppealInformationTable, AppealWithdrawalTable, AttachmentTable } from './additions.ts'
import type { CoreTables } from './core.ts'
import type { DeskTables } from './desk.ts'

export type LocaleCode = 'kk' | 'ru' | 'en'
export type LegalKind = 'application' | 'complaint' | 'report' | 'proposal' | 'response' | 'inquiry'
export type AppealStatus = 'registered' | 'assigned' | 'forwarded' | 'awaitingSignature' | 'answered' | 'withdrawn'
/** What a person says an appeal is, in plain words; what it is in law is the registrar's `LegalKind`. */
export type Intent = 'question' | 'problem' | 'request' | 'suggestion' | 'complaint'
/** Who brings an appeal. `guest`: a person without an IIN; `anonymous`: nobody is named (crimes and threats only). */
export type ApplicantKind = 'person' | 'organisation' | 'representative' | 'guest' | 'anonymous'
/** How a person wants to be answered. */
export type AnswerChannel = 'mail' | 'sms' | 'post' | 'hall'
export type AgencyLevel = 'local' | 'territorial' | 'nonState'
export type StaffRole =
  | 'receptionist'
  | 'clerk'
  | 'agencyHead'
  | 'dispatcher'
  | 'operator'
  | 'interpreter'
  | 'mediator'
  | 'lawyer'
  | 'hallManager'
  | 'hotlineSupervisor'
  | 'editor'
  | 'centreHead'
  | 'regionAdmin'
export type Outcome = 'satisfied' | 'partlySatisfied' | 'refused' | 'explained'

interface RegionProfileTable {
  id: string
  nameKk: string
  nameRu: string
  nameEn: string
  centreKk: string
  centreRu: string
  centreEn: string
  brandColour: string
  /** Two digits of the state classifier (KATO), the first part of every public number. */
  numberPrefix: string
  /** Wall-clock end of the working day, HH:MM. */
  dayEnd: string
  timeZone: string
  /** How many files an appeal may bring at once. */
  attachmentsMost: Generated<number>
  /** How long each may be. */
  attachmentBytes: Generated<number>
  updatedAt: Date
}

interface HotlineTable {
  id: string
  number: string
  /** `short` numbers (1308) are dialled from a mobile and are no phone numbers. */
  kind: 'landline' | 'short'
  position: number
}

interface WordingTable {
  id: string
  locale: LocaleCode
  namespace: string
  key: string
  text: string
}

interface CalendarDayTable {
  /** YYYY-MM-DD */
  day: string
  kind: 'nonWorking' | 'working'
  name: string | null
}

interface TermTable {
  id: string
  legalKind: LegalKind
  workingDays: number
  /** YYYY-MM-DD: the first registration day this term is for. */
  appliesFrom: string
}

interface AgencyTable {
  id: string
  slug: string
  level: AgencyLevel
  position: number
  retiredAt: Date | null
}

interface AgencyNameTable {
  id: string
  agencyId: string
  /** YYYY-MM-DD: agencies are renamed; old papers keep the name of their time. */
  validFrom: string
  nameKk: string
  nameRu: string
  nameEn: string
}

interface CategoryTable {
  id: string
  slug: string
  /** Who usually answers. */
  agencyId: string
  /** What such an appeal usually is in law. */
  legalKind: LegalKind
  nameKk: string
  nameRu: string
  nameEn: string
  /** Everyday words by which people look for it, in Kazakh and Russian. */
  words: Generated<string>
  position: number
  retiredAt: Date | null
}

/** ISO weekday (1 = Monday) to the hours a hall is open, HH:MM on the region's wall clock; a day that is missing is closed. */
export type Opening = Readonly<
  Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', readonly [from: string, to: string]>>
>

interface HallTable {
  id: string
  slug: string
  nameKk: string
  nameRu: string
  nameEn: string
  addressKk: string
  addressRu: string
  addressEn: string
  opening: ColumnType<Opening, string, string>
  position: number
  retiredAt: Date | null
}

interface DeskTable {
  id: string
  hallId: string
  agencyId: string
  /** What stands on the sign: a number, or a number and a letter. */
  label: string
  position: number
  retiredAt: Date | null
}

interface InterpreterTable {
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
}

interface StaffMemberTable {
  id: string
  userId: string
  fullName: string
  roles: StaffRole[]
  agencyId: string | null
  locale: LocaleCode
  createdAt: Date
  updatedAt: Date
  retiredAt: Date | null
}

interface InvitationTable {
  id: string
  email: string
  fullName: string
  roles: StaffRole[]
  agencyId: string | null
  locale: LocaleCode
  salt: string
  submissionKey: string
  invitedBy: string
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
}

interface ApplicantTable {
  id: string
  kind: Generated<ApplicantKind>
  /** Empty for an anonymous one, as is the address; for an organisation who writes for it. */
  fullName: string
  iin: string | null
  bin: string | null
  organisationName: string | null
  /** Whom a representative speaks for, and what allows it. */
  representedName: string | null
  basis: string | null
  /** A guest's own word for the country of the passport. */
  country: string | null
  address: string
  email: string | null
  /** E.164 */
  phone: string | null
  createdAt: Date
}

interface AppealTable {
  id: string
  /** Null only between the insert and the end of the same transaction: the counter is the last lock. */
  number: string | null
  status: AppealStatus
  intent: Generated<Intent>
  legalKind: LegalKind
  categoryId: string | null
  language: LocaleCode
  channel: 'portal'
  applicantId: string
  agencyIds: Generated<string[]>
  answerChannels: Generated<AnswerChannel[]>
  /** Where it happened, as written; null where the appeal is about no place. */
  placeAddress: string | null
  placeLandmark: string | null
  /** Degrees, both or neither. */
  placeLat: number | null
  placeLon: number | null
  /** The first words, for lists: they do not read the text. */
  excerpt: Generated<string>
  receivedAt: Date
  /** YYYY-MM-DD */
  registeredOn: string
  /** YYYY-MM-DD */
  dueOn: string
  dueAt: Date
  submissionKey: string
  accessSalt: string
  version: Generated<number>
  createdAt: Date
  updatedAt: Date
  closedAt: Date | null
}

interface AppealTextTable {
  appealId: string
  text: string
  /** What a search finds the appeal by, folded, a blank around each word. */
  folded: Generated<string>
}

interface AppealCounterTable {
  year: number
  last: number
}

interface AssignmentTable {
  id: string
  /** A body of the akimat is ordered, another is forwarded to and has a clock of its own. */
  kind: Generated<'assigned' | 'forwarded'>
  appealId: string
  agencyId: string
  assignedBy: string
  assignedAt: Date
  dueOn: string
  dueAt: Date
  answeredAt: Date | null
  withdrawnAt: Date | null
}

interface AnswerTable {
  id: string
  appealId: string
  assignmentId: string
  authorId: string
  outcome: Outcome
  text: string
  answeredAt: Date
  /** Null in answers from before there were signatures. */
  signedBy: string | null
  signerName: string | null
  /** In the language of the appeal, as it was on the day. */
  signerPost: string | null
  /** SHA-256 of what was signed, base64url. */
  contentHash: string | null
}

interface AnswerDraftTable {
  id: string
  appealId: string
  agencyId: string
  outcome: Outcome | null
  text: string
  version: number
  editedBy: string
  editedAt: Date
  submittedBy: string | null
  submittedAt: Date | null
}

/** A region's own schema, `t_<slug>`. */
export interface TenantTables extends CoreTables, DeskTables {
  regionProfile: RegionProfileTable
  hotline: HotlineTable
  wording: WordingTable
  calendarDay: CalendarDayTable
  term: TermTable
  agency: AgencyTable
  agencyName: AgencyNameTable
  category: CategoryTable
  hall: HallTable
  desk: DeskTable
  interpreter: InterpreterTable
  staffMember: StaffMemberTable
  invitation: InvitationTable
  applicant: ApplicantTable
  appeal: AppealTable
  appealText: AppealTextTable
  appealDraft: AppealDraftTable
  appealInformation: AppealInformationTable
  appealWithdrawal: AppealWithdrawalTable
  appealCounter: AppealCounterTable
  attachment: AttachmentTable
  assignment: AssignmentTable
  answer: AnswerTable
  answerDraft: AnswerDraftTable
}

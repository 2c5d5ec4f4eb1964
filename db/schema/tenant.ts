import type { Generated } from 'kysely'
import type { CoreTables } from './core.ts'

export type LocaleCode = 'kk' | 'ru' | 'en'
export type LegalKind = 'application' | 'complaint' | 'report' | 'proposal' | 'response' | 'inquiry'
export type AppealStatus = 'registered' | 'assigned' | 'answered'
export type AgencyLevel = 'local' | 'territorial' | 'nonState'
export type StaffRole = 'dispatcher' | 'clerk' | 'regionAdmin'
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
  fullName: string
  iin: string
  address: string
  email: string
  createdAt: Date
}

interface AppealTable {
  id: string
  /** Null only between the insert and the end of the same transaction: the counter is the last lock. */
  number: string | null
  status: AppealStatus
  legalKind: LegalKind
  language: LocaleCode
  channel: 'portal'
  applicantId: string
  agencyIds: Generated<string[]>
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
}

interface AppealCounterTable {
  year: number
  last: number
}

interface AssignmentTable {
  id: string
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
}

/** A region's own schema, `t_<slug>`. */
export interface TenantTables extends CoreTables {
  regionProfile: RegionProfileTable
  hotline: HotlineTable
  wording: WordingTable
  calendarDay: CalendarDayTable
  term: TermTable
  agency: AgencyTable
  agencyName: AgencyNameTable
  staffMember: StaffMemberTable
  invitation: InvitationTable
  applicant: ApplicantTable
  appeal: AppealTable
  appealText: AppealTextTable
  appealCounter: AppealCounterTable
  assignment: AssignmentTable
  answer: AnswerTable
}

import type { ColumnType, Generated } from 'kysely'
import type { ActTables } from './act.ts'
import type { RegionCalendarTables } from './calendar.ts'
import type { CoreTables, RowImages } from './core.ts'
import type { DeskTables } from './desk.ts'
import type { FileTables } from './file.ts'
import type { LaunchTables } from './launch.ts'
import type { LetterTables } from './letter.ts'
import type { PeopleTables } from './people.ts'
import type { ProviderTables } from './provider.ts'
import type { RatingTables } from './rating.ts'
import type { RegionTables } from './region.ts'
import type { RegisterTables } from './register.ts'
import type { RegistrationTables } from './registration.ts'
import type { RetentionTables } from './retention.ts'
import type { RoutingTables } from './routing.ts'
import type { ShareTables } from './shares.ts'
import type { TakeoutTables } from './takeout.ts'
import type { TranslationTables } from './translation.ts'
import type { VisitTables } from './visit.ts'
import type { WorklistTables } from './worklist.ts'
import type {
  LocaleCode,
  LegalKind,
  AppealStatus,
  Channel,
  Intent,
  ApplicantKind,
  AnswerChannel,
  StaffRole,
  Outcome,
} from './vocabulary.ts'

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
  version: Generated<number>
  /** As it is searched: see `folded`. */
  foldedName: Generated<string>
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
  /** Null for the first administrator: the platform invites. */
  invitedBy: string | null
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  version: Generated<number>
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
  channel: Channel
  /** The permanent number of the national system e-Otinish. */
  externalRef: string | null
  applicantId: string
  agencyIds: Generated<string[]>
  /** Whose holders may follow its life: its co-signers, and appeals merged into it with theirs. */
  followerIds: Generated<string[]>
  /** The appeal that goes on in the place of this one. */
  mergedInto: Generated<string | null>
  answerChannels: Generated<AnswerChannel[]>
  /** Grows with each reopening: which time it is being answered, or was. */
  round: Generated<number>
  /** YYYY-MM-DD: the clock runs from here, where it was reopened. */
  reopenedOn: string | null
  /** Where it happened, as written; null where the appeal is about no place. */
  placeAddress: string | null
  placeLandmark: string | null
  /** The part of the region that the address tells. */
  districtId: string | null
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

interface AnswerTable {
  id: string
  appealId: string
  assignmentId: string
  /** Null for a body without accounts. */
  authorId: string | null
  outcome: Outcome
  text: string
  answeredAt: Date
  /** Null in answers from before there were signatures, and for a body without accounts. */
  signedBy: string | null
  signerName: string | null
  /** In the language of the appeal, as it was on the day. */
  signerPost: string | null
  /** SHA-256 of what was signed, base64url. */
  /** Which adapter made the signature, and can check it. */
  signatureMethod: string | null
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

/** What a person adds to an appeal that is at work already. */
interface AppealInformationTable {
  id: string
  appealId: string
  text: string
  submissionKey: string
  createdAt: Date
}

/** That a person took an appeal back. */
interface AppealWithdrawalTable {
  appealId: string
  reason: string
  submissionKey: string
  createdAt: Date
}

/** An appeal that is being written; gone when it is sent or forgotten. */
interface AppealDraftTable {
  id: string
  /** Question to its answer. */
  answers: ColumnType<Readonly<Record<string, unknown>>, string, unknown>
  version: number
  createdAt: Date
  updatedAt: Date
  expiresAt: Date
}

/** What an administrator changed, with what was before: it may be undone while this is kept. */
interface AdminChangeTable {
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

/** One row: grows with every change of what the region has configured. */
interface SettingsMarkTable {
  id: string
  version: number
}

/** A region's own schema, `t_<slug>`. */
export interface TenantTables
  extends CoreTables,
    ActTables,
    DeskTables,
    FileTables,
    LaunchTables,
    LetterTables,
    PeopleTables,
    ProviderTables,
    RatingTables,
    RegionTables,
    RegionCalendarTables,
    RegisterTables,
    RegistrationTables,
    RetentionTables,
    RoutingTables,
    ShareTables,
    TakeoutTables,
    TranslationTables,
    VisitTables,
    WorklistTables {
  staffMember: StaffMemberTable
  invitation: InvitationTable
  adminChange: AdminChangeTable
  settingsMark: SettingsMarkTable
  applicant: ApplicantTable
  appeal: AppealTable
  appealText: AppealTextTable
  appealDraft: AppealDraftTable
  appealInformation: AppealInformationTable
  appealWithdrawal: AppealWithdrawalTable
  appealCounter: AppealCounterTable
  answer: AnswerTable
  answerDraft: AnswerDraftTable
}

import type { ColumnType, Generated } from 'kysely'
import type { AgencyLevel, LegalKind, LocaleCode, Opening, StaffRole } from './vocabulary.ts'

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
  /** How many days the link lives that a body without accounts answers by. */
  shareLinkDays: Generated<number>
  /** Working days in which a dispatcher decides whose an appeal is. */
  contestDays: Generated<number>
  /** Days of the calendar in which an answer may be rated. */
  ratingDays: Generated<number>
  /** Working days in which a dispatcher decides whether an appeal is taken up again. */
  reopeningDays: Generated<number>
  /** Since when residents may bring appeals here; null while it is being set up. */
  liveAt: Date | null
  updatedAt: Date
  /** The region's own emblem; null where the house mark stands in its place. */
  emblemId: string | null
  version: Generated<number>
}

/** A picture that stands, or stood, for the region; its file is kept under the id. */
interface EmblemTable {
  id: string
  submissionKey: string
  bytes: number
  sha256: string
  createdAt: Date
}

/** A number to call. */
interface HotlineTable {
  id: string
  number: string
  /** `short` numbers (1308) are dialled from a mobile and are no phone numbers. */
  kind: 'landline' | 'short'
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

interface WordingTable {
  id: string
  locale: LocaleCode
  namespace: string
  key: string
  text: string
  version: Generated<number>
}

interface RolePermissionTable {
  id: string
  role: StaffRole
  /** Named by code; a name that code no longer knows counts for nothing. */
  permission: string
  granted: boolean
  version: Generated<number>
}

interface TermTable {
  id: string
  legalKind: LegalKind
  workingDays: number
  /** YYYY-MM-DD: the first registration day this term is for. */
  appliesFrom: string
  version: Generated<number>
}

interface AgencyTable {
  id: string
  slug: string
  level: AgencyLevel
  /** Where a body without accounts gets what is forwarded to it. */
  email: string | null
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

interface AgencyNameTable {
  id: string
  agencyId: string
  /** YYYY-MM-DD: agencies are renamed; old papers keep the name of their time. */
  validFrom: string
  nameKk: string
  nameRu: string
  nameEn: string
  version: Generated<number>
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
  version: Generated<number>
}

interface DistrictTable {
  id: string
  slug: string
  nameKk: string
  nameRu: string
  nameEn: string
  /** Beginnings of words between commas: an address with one of them lies here. */
  words: string
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

/** The pack a region was made from, whole. */
interface PackBaseTable {
  id: string
  name: string
  /** Of the pack. */
  version: number
  contents: ColumnType<Readonly<Record<string, unknown>>, string, string>
  unpackedAt: Date
}

/** A thing that was taken of a newer pack since: it says what the base said before. */
interface PackTakenTable {
  /** `category/noise`: the kind of the thing and its key. */
  id: string
  /** Null where the newer pack has it no longer. */
  value: ColumnType<Readonly<Record<string, unknown>> | null, string | null, string | null>
  version: Generated<number>
}

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
  version: Generated<number>
}

interface DeskTable {
  id: string
  hallId: string
  agencyId: string
  /** What stands on the sign: a number, or a number and a letter. */
  label: string
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

/** Who interprets for the region. */
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
  version: Generated<number>
}

/** What a region is: how it looks, counts and speaks, who answers in it and where people may come. */
export interface RegionTables {
  regionProfile: RegionProfileTable
  emblem: EmblemTable
  hotline: HotlineTable
  wording: WordingTable
  rolePermission: RolePermissionTable
  term: TermTable
  agency: AgencyTable
  agencyName: AgencyNameTable
  category: CategoryTable
  district: DistrictTable
  packBase: PackBaseTable
  packTaken: PackTakenTable
  hall: HallTable
  desk: DeskTable
  interpreter: InterpreterTable
}

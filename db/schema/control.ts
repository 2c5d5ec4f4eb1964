import type { Generated } from 'kysely'
import type { CountryCalendarTables } from './calendar.ts'
import type { CoreTables } from './core.ts'
import type { LocaleCode } from './vocabulary.ts'

export type TenantStatus = 'active' | 'suspended' | 'archived'
export type PlatformRole = 'platformOperator' | 'platformFinance' | 'overseer'

interface TenantTable {
  slug: string
  schemaName: string
  roleName: string
  status: TenantStatus
  nameKk: string
  nameRu: string
  nameEn: string
  pack: string
  createdAt: Date
  /** Since when a restored copy keeps silent; null for a region that speaks. */
  mutedAt: Generated<Date | null>
  /** Of a muted one: what the national directory is told when it may speak. */
  population: Generated<number | null>
}

interface TenantHostTable {
  host: string
  slug: string
  /** Since when it was proved to be the region's own; null for a host that the platform gave. */
  provedAt: Date | null
  /** The one under which the region shows itself. */
  isPrimary: Generated<boolean>
  /** Since when it does not lead here any more. */
  failedAt: Date | null
}

/** A name that leads here, of which the region has still to prove that it is reached. */
interface HostClaimTable {
  host: string
  slug: string
  claimedAt: Date
}

interface PlatformPersonTable {
  id: string
  userId: string
  fullName: string
  roles: PlatformRole[]
  createdAt: Date
}

interface MigrationLedgerTable {
  scope: string
  name: string
  appliedAt: Generated<Date>
}

/** All steps a schema has, as one word. */
interface MigrationMarkTable {
  scope: string
  steps: string
}

interface RateLimitTable {
  key: string
  points: number
  expire: string | null
}

interface WorkerHeartbeatTable {
  workerId: string
  seenAt: Date
}

/** A segment of an SMS as its gateway knows it. A receipt may come before the notice is known that it is for. */
interface SmsSegmentTable {
  gatewayId: string
  /** A region's slug, `''` for the platform. */
  world: string | null
  noticeId: string | null
  state: 'delivered' | 'lost' | null
  createdAt: Date
}

export type SetupState = 'asked' | 'working' | 'done' | 'failed'
/** In their order: schema, role and tables; the pack; the line in the directory; the first administrator's invitation. */
export type SetupStep = 'tables' | 'pack' | 'directory' | 'invitation'

/** What an operator asked for so that a region comes to be. */
interface RegionSetupTable {
  id: string
  submissionKey: string
  slug: string
  pack: string
  hosts: string[]
  nameKk: string
  nameRu: string
  nameEn: string
  /** Two digits, the first part of every public number. */
  numberPrefix: string
  population: number
  timeZone: string
  /** Emptied once the invitation stands in the region. */
  adminName: string | null
  adminEmail: string | null
  adminLocale: LocaleCode
  state: SetupState
  /** The last step that is done. */
  step: SetupStep | null
  /** A translation key, where it failed. */
  problem: string | null
  askedBy: string
  createdAt: Date
  updatedAt: Date
  doneAt: Date | null
}

/** How a region was when the worker looked last. */
interface RegionVitalTable {
  slug: string
  takenAt: Date
  /** The newest step of its schema. */
  lastStep: string | null
  stepsBehind: number
  schemaBytes: number
  fileBytes: number
  /** Events that wait in its outbox, and since when the oldest does. */
  waitingEvents: number
  oldestEventAt: Date | null
  waitingJobs: number
  oldestJobAt: Date | null
  /** Jobs that were given up. */
  lostJobs: number
  /** Of the last seven days. */
  failedNotices: number
}

/** Staff of a region may only read while one of these is not lifted. */
interface RegionSuspensionTable {
  id: string
  slug: string
  /** Read by the region's administrators. */
  reason: string
  suspendedBy: string
  suspendedAt: Date
  resumedBy: string | null
  resumedAt: Date | null
}

export type ArchiveState = 'asked' | 'working' | 'done' | 'failed' | 'removed'

/** A file with everything of a region, in the platform's own folder; nobody's once it was removed. */
interface RegionArchiveTable {
  id: string
  slug: string
  /** Null for one of every night. */
  askedBy: string | null
  state: ArchiveState
  /** How far it is. */
  parts: Generated<number>
  ofParts: Generated<number>
  bytes: number | null
  sha256: string | null
  /** Files that rows speak of and the store did not have. */
  missingFiles: number | null
  /** A translation key, where it failed. */
  problem: string | null
  createdAt: Date
  updatedAt: Date
  doneAt: Date | null
}

/** A copy that is made of an archive, under a name of its own. */
interface RegionCopyTable {
  id: string
  submissionKey: string
  archiveId: string
  slug: string
  hosts: string[]
  askedBy: string
  state: SetupState
  parts: Generated<number>
  ofParts: Generated<number>
  problem: string | null
  createdAt: Date
  updatedAt: Date
  doneAt: Date | null
}

/** The platform's own schema: the directory of tenants, its people, its limits. */
export interface ControlTables extends CoreTables, CountryCalendarTables {
  tenant: TenantTable
  tenantHost: TenantHostTable
  hostClaim: HostClaimTable
  platformPerson: PlatformPersonTable
  regionSetup: RegionSetupTable
  regionVital: RegionVitalTable
  regionSuspension: RegionSuspensionTable
  regionArchive: RegionArchiveTable
  regionCopy: RegionCopyTable
  migrationLedger: MigrationLedgerTable
  migrationMark: MigrationMarkTable
  rateLimit: RateLimitTable
  workerHeartbeat: WorkerHeartbeatTable
  smsSegment: SmsSegmentTable
}

import type { Generated } from 'kysely'
import type { CountryCalendarTables } from './calendar.ts'
import type { CoreTables } from './core.ts'

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

/** The platform's own schema: the directory of tenants, its people, its limits. */
export interface ControlTables extends CoreTables, CountryCalendarTables {
  tenant: TenantTable
  tenantHost: TenantHostTable
  platformPerson: PlatformPersonTable
  migrationLedger: MigrationLedgerTable
  rateLimit: RateLimitTable
  workerHeartbeat: WorkerHeartbeatTable
  smsSegment: SmsSegmentTable
}

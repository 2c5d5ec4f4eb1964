import type { ControlDb, NationalDb, TenantDb } from '#db/connect.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { Tenant } from '#tenants/registry.ts'
import type { Ability } from './access/policy.ts'
import type { Identity } from './access/identity.ts'
import type { Limits } from './access/limits.ts'
import type { Principal, SignedIn, StaffPrincipal } from './access/principal.ts'
import type { Clock } from './clock.ts'
import type { FileStore } from './files.ts'
import type { SecretKeys } from './secret-keys.server.ts'
import type { Texts, Translate } from './i18n/texts.ts'
import type { Outbound } from './outbound.ts'
import type { Memory } from './memory.server.ts'

/** What every query and command is given: who asks, what they may, where the rows are, what time it is. */
interface Context<Db> {
  readonly principal: Principal
  /** The session behind `principal`, where there is one. While a second factor is due the principal is nobody. */
  readonly signedIn: SignedIn | undefined
  readonly ability: Ability
  /** What somebody else might do here, for whoever tries something out in another role. */
  readonly abilityOf: (principal: Principal) => Ability
  readonly locale: LocaleCode
  readonly t: Translate
  /** For what is written in another language than the asker's: a notice, an answer. */
  readonly texts: Texts
  readonly clock: Clock
  readonly requestId: string
  /** Sign-in of this world's people. Never inside a transaction: it hashes and opens doors of its own. */
  readonly identity: Identity
  /** Counters of tries. Never inside a transaction. */
  readonly limits: Limits
  /** The installation's secret, from which codes for people are derived. */
  readonly secret: string
  /** Where rows are read and, inside `inTransaction`, written. */
  readonly db: Db
  /** Opens the one write transaction; only `inTransaction` calls it. Undefined inside it. */
  readonly write: (<T>(work: (db: Db) => Promise<T>) => Promise<T>) | undefined
}

/** Somebody who looks at the pages of another role: as whom, and what can be seen by that. Nothing can be done. */
export interface Seeing {
  readonly principal: StaffPrincipal
  readonly ability: Ability
}

/** A request or a job in one region. */
export interface TenantContext extends Context<TenantDb> {
  readonly world: 'tenant'
  readonly tenant: Tenant
  /** The region's address as people type it, without a path. */
  readonly origin: string
  /** Regions live at `<slug>` under this name, whatever else they are called. */
  readonly baseDomain: string
  /** Where the asker's session looks at the pages of another role; only those of the staff's work are seen so. */
  readonly seeing?: Seeing | undefined
  /** Asked by `remembered`. */
  readonly memory: Memory
  /** Whether the installation has an SMS gateway. */
  readonly hasSms: boolean
  /** Reads for so many milliseconds a statement and no longer; only `briefly` calls it. */
  readonly brief: <T>(milliseconds: number, read: (db: TenantDb) => Promise<T>) => Promise<T>
  /** The region's files. Never inside a transaction. */
  readonly files: FileStore
  /** Seal what the region entrusts to us; see `keepSecret`. */
  readonly secretKeys: SecretKeys
  /** Calls addresses that the region typed in. Never inside a transaction. */
  readonly outbound: Outbound
}

/** Runs `work` in one transaction on the impersonal figures of all regions. */
export type NationalDoor = <T>(work: (db: NationalDb) => Promise<T>) => Promise<T>

/** A request or a job of the platform itself; it carries no tenant and cannot be given one. */
export interface PlatformContext extends Context<ControlDb> {
  readonly world: 'platform'
  readonly origin: string
  /** Gives the read connection back first. Never inside a transaction. */
  readonly national: NationalDoor
}

/** Whether this very page is seen with the eyes of another role. */
export const isSeeing = (ctx: TenantContext | PlatformContext): boolean =>
  ctx.world === 'tenant' && ctx.seeing !== undefined && ctx.principal === ctx.seeing.principal

/** For mechanisms that both worlds have alike. */
export type AnyContext = TenantContext | PlatformContext

/** A request of a signed-in person of either world, one too whose second factor is still due. */
export type PersonContext = AnyContext & { readonly signedIn: SignedIn }

/** A region's slug, or nothing for the platform: what is signed or sealed for one world is bound to it. */
export const worldOf = (ctx: Pick<TenantContext, 'world' | 'tenant'> | Pick<PlatformContext, 'world'>): string =>
  ctx.world === 'tenant' ? ctx.tenant.slug : ''

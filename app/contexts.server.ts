import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { createHmac, randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import { openDatabase, type Database, type NationalDb, type TenantDb } from '#db/connect.ts'
import { hostShown, openRegistry, type Registry, type Tenant } from '#tenants/registry.ts'
import { abilityFor } from './abilities.server.ts'
import { readWording } from './features/regions/public.server.ts'
import { findSeeing } from './features/roles/public.server.ts'
import { findSignedIn, noteReset } from './features/accounts/public.server.ts'
import type { Identity } from './core/access/identity.ts'
import type { Limits } from './core/access/limits.ts'
import { personWhoMay, type Principal, type SignedIn } from './core/access/principal.ts'
import { systemClock, type Clock } from './core/clock.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'
import { publicOrigin, type InstallationSettings } from './core/env.server.ts'
import type { FileStore } from './core/files.ts'
import { grantedIds } from './core/http/grants.server.ts'
import { defaultLocale } from './core/i18n/locales.ts'
import { openMemory, type Memory } from './core/memory.server.ts'
import { restingFirst } from './core/resting-first.server.ts'
import { openSecretKeys } from './core/secret-keys.server.ts'
import { openTexts, translatorOf, type Texts } from './core/i18n/texts.ts'
import { openDiskFiles } from './integrations/files/disk.server.ts'
import { openS3Files } from './integrations/files/s3.server.ts'
import { allowedHosts, openGuardedHttp } from './integrations/guarded-http/guarded-http.server.ts'
import { openHints } from './core/outbox-hints.server.ts'
import { openIdentity } from './integrations/identity/better-auth.server.ts'
import { openLimits } from './integrations/limits/postgres-limits.server.ts'
import { shippedTexts } from './locales.ts'

/** What a request says of itself, before anyone knows whose it is. */
export interface Asking {
  readonly requestId: string
  readonly headers: Headers
  /** The language of the path, or what the browser asks for; a staff member's own goes before the latter. */
  readonly pathLocale: LocaleCode | undefined
  readonly wishedLocale: LocaleCode | undefined
}

/** A context whose connection must be given back by `close` when the request or job has ended. */
interface Open<C> {
  readonly ctx: C
  close(): Promise<void>
}

/** A running product: its database, and contexts for whoever comes. */
export interface Installation {
  readonly database: Database
  readonly registry: Registry
  readonly platformHost: string
  /** The files of a region, by the name of its schema. */
  readonly filesOf: (schema: string) => FileStore
  /** The shipped texts, for pages of no region and for when the database is away. */
  readonly texts: Texts
  tenantRequest(tenant: Tenant, asking: Asking): Promise<Open<TenantContext>>
  platformRequest(asking: Asking): Promise<Open<PlatformContext>>
  /** Brings a region's own wording for the jobs that follow; pages bring it themselves. */
  loadTexts(tenant: Tenant): Promise<void>
  /** A job's context, in nobody's name, or in `principal`'s. */
  tenantJob(tenant: Tenant, principal?: Principal, clock?: Clock): Open<TenantContext>
  platformJob(): Open<PlatformContext>
  close(): Promise<void>
}

interface InstallationOptions {
  /** See every query: tests hold them against the SQL rules. */
  readonly plugins?: readonly KyselyPlugin[]
  /** Told of failures that no request waits for. */
  readonly report?: (error: unknown) => void
}

/** Opens the product on a database. */
export function openInstallation(
  settings: InstallationSettings,
  applicationName: string,
  { plugins = [], report = () => undefined }: InstallationOptions = {},
): Installation {
  const database = openDatabase({
    url: settings.DATABASE_URL,
    applicationName,
    maxConnections: settings.DATABASE_POOL,
    plugins,
  })
  const registry = openRegistry(database)
  const limitsOf = openLimits(database, settings.APP_SECRET)
  const filesOf = settings.FILES_S3_URL
    ? openS3Files(settings.FILES_S3_URL, settings.FILES_DIR)
    : openDiskFiles(settings.FILES_DIR)
  const shipped = openTexts(shippedTexts)
  const outbound = openGuardedHttp({ allow: allowedHosts(settings.OUTBOUND_ALLOW ?? '') })
  const secretKeys = openSecretKeys(settings.SECRETS_KEYS, settings.APP_SECRET)
  const hints = openHints(database)
  const platformHost = `platform.${settings.BASE_DOMAIN}`
  const identities = new Map<string, Identity>()
  const memoryOf = openMemory()
  const remembered = new Map<string, { version: number; wording: string; texts: Texts }>()

  const originOf = (host: string) => publicOrigin(settings, host)
  const secretFor = (world: string) =>
    createHmac('sha256', settings.APP_SECRET).update(`identity:${world}`).digest('hex')

  async function textsOf(tenant: Tenant, db: TenantDb, memory: Memory): Promise<Texts> {
    const version = (await memory.mark()).settings
    const known = remembered.get(tenant.slug)
    if (known?.version === version) return known.texts
    const own = await readWording(db)
    const wording = JSON.stringify(own)
    const texts = known?.wording === wording ? known.texts : openTexts(shippedTexts, own)
    remembered.set(tenant.slug, { version, wording, texts })
    return texts
  }

  function identityOf(world: string, make: () => Parameters<typeof openIdentity>[0]): Identity {
    const known = identities.get(world)
    if (known) return known
    const identity = openIdentity(make())
    identities.set(world, identity)
    return identity
  }

  const tenantOrigin = (tenant: Tenant) => originOf(hostShown(tenant, settings.BASE_DOMAIN))

  const tenantIdentity = (tenant: Tenant) =>
    identityOf(`${tenant.slug} ${tenantOrigin(tenant)}`, () => ({
      db: database.tenantPerStatement(tenant),
      secret: secretFor(tenant.slug),
      origin: tenantOrigin(tenant),
      report,
      onResetRequested: async ({ token }) => {
        const job = tenantJob(tenant)
        await noteReset(job.ctx, token).finally(job.close)
      },
    }))

  const platformIdentity = () =>
    identityOf('', () => ({
      db: database.controlPerStatement(),
      secret: secretFor(''),
      origin: originOf(platformHost),
      report,
      onResetRequested: async ({ token }) => {
        const job = platformJob()
        await noteReset(job.ctx, token).finally(job.close)
      },
    }))

  /** Everything of a tenant context but who asks and in which language. */
  function tenantBase(tenant: Tenant, requestId: string, clock: Clock) {
    const reader = database.tenantReader(tenant)
    const base = {
      world: 'tenant' as const,
      tenant,
      origin: tenantOrigin(tenant),
      baseDomain: settings.BASE_DOMAIN,
      hasSms: settings.SMS_URL !== undefined,
      clock,
      requestId,
      secret: settings.APP_SECRET,
      secretKeys,
      identity: restingFirst(tenantIdentity(tenant), reader.release),
      limits: restingFirst<Limits>(limitsOf(tenant.slug), reader.release),
      files: restingFirst(filesOf(tenant.schema), reader.release),
      ...restingFirst({ outbound }, reader.release),
      memory: memoryOf(tenant.slug, reader.db, clock),
      db: reader.db,
      brief: reader.brief,
      write: async <T>(work: (db: TenantDb) => Promise<T>) => {
        await reader.release()
        const result = await database.withTenant(tenant, work)
        hints.say(tenant.slug)
        return result
      },
    }
    return { reader, base }
  }

  function platformBase(requestId: string) {
    const reader = database.controlReader()
    const base = {
      world: 'platform' as const,
      origin: originOf(platformHost),
      clock: systemClock,
      requestId,
      secret: settings.APP_SECRET,
      identity: restingFirst(platformIdentity(), reader.release),
      limits: restingFirst<Limits>(limitsOf(''), reader.release),
      db: reader.db,
      national: async <T>(work: (db: NationalDb) => Promise<T>) => {
        await reader.release()
        return database.withNational(work)
      },
      write: async <T>(work: Parameters<typeof database.withControl<T>>[0]) => {
        await reader.release()
        const result = await database.withControl(work)
        hints.say('')
        return result
      },
    }
    return { reader, base }
  }

  const seeingOf = (base: ReturnType<typeof tenantBase>['base'], { headers }: Asking, signedIn: SignedIn) =>
    findSeeing({ ...base, abilityOf: abilityFor }, headers.get('Cookie'), signedIn)

  const askedBy = (principal: Principal, signedIn: SignedIn | undefined) => ({
    principal,
    signedIn,
    ability: abilityFor(principal),
    abilityOf: abilityFor,
  })

  const inLanguage = (texts: Texts, locale: LocaleCode) => ({ texts, locale, t: translatorOf(texts[locale]) })

  function tenantJob(
    tenant: Tenant,
    principal: Principal = { kind: 'system' },
    clock = systemClock,
  ): Open<TenantContext> {
    const { reader, base } = tenantBase(tenant, `job-${randomUUID()}`, clock)
    const texts = remembered.get(tenant.slug)?.texts ?? shipped
    const ctx = {
      ...base,
      ...askedBy(principal, undefined),
      ...inLanguage(texts, defaultLocale),
    }
    return { ctx, close: reader.close }
  }

  function platformJob(): Open<PlatformContext> {
    const { reader, base } = platformBase(`job-${randomUUID()}`)
    const principal: Principal = { kind: 'system' }
    const ctx = {
      ...base,
      ...askedBy(principal, undefined),
      ...inLanguage(shipped, defaultLocale),
    }
    return { ctx, close: reader.close }
  }

  return {
    database,
    registry,
    platformHost,
    filesOf,
    texts: shipped,
    loadTexts: async (tenant) => {
      const reader = database.tenantReader(tenant)
      await textsOf(tenant, reader.db, memoryOf(tenant.slug, reader.db, systemClock)).finally(reader.close)
    },
    tenantJob,
    platformJob,
    tenantRequest: async (tenant, asking) => {
      const { reader, base } = tenantBase(tenant, asking.requestId, systemClock)
      try {
        // On a resident's path everybody is a resident: a clerk too may bring an appeal.
        const isStaffPath = asking.pathLocale === undefined
        const signedIn = isStaffPath ? await findSignedIn(base, asking.headers.get('Cookie')) : undefined
        const principal: Principal = personWhoMay(signedIn) ?? {
          kind: 'resident',
          grantedIds: await grantedIds(base, asking.headers.get('Cookie')),
        }
        const own = principal.kind === 'staff' ? principal.locale : undefined
        const locale = asking.pathLocale ?? own ?? asking.wishedLocale ?? defaultLocale
        const texts = await textsOf(tenant, reader.db, base.memory)
        const ctx = {
          ...base,
          ...askedBy(principal, signedIn),
          seeing: signedIn && principal.kind === 'staff' ? await seeingOf(base, asking, signedIn) : undefined,
          ...inLanguage(texts, locale),
        }
        return { ctx, close: reader.close }
      } catch (error) {
        await reader.close()
        throw error
      }
    },
    platformRequest: async (asking) => {
      const { reader, base } = platformBase(asking.requestId)
      try {
        const signedIn = await findSignedIn(base, asking.headers.get('Cookie'))
        const principal: Principal = personWhoMay(signedIn) ?? { kind: 'resident', grantedIds: [] }
        const locale = asking.pathLocale ?? asking.wishedLocale ?? defaultLocale
        const ctx = {
          ...base,
          ...askedBy(principal, signedIn),
          ...inLanguage(shipped, locale),
        }
        return { ctx, close: reader.close }
      } catch (error) {
        await reader.close()
        throw error
      }
    },
    close: async () => {
      await hints.close()
      await database.close()
    },
  }
}

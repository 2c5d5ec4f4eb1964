import type { Database } from '#db/connect.ts'
import type { TenantShadow } from '#db/names.ts'
import type { TenantStatus } from '#db/schema/control.ts'

/** A region as the directory knows it. */
export interface Tenant extends TenantShadow {
  readonly slug: string
  readonly status: TenantStatus
  readonly name: Readonly<Record<'kk' | 'ru' | 'en', string>>
  readonly hosts: readonly string[]
  /** A restored copy that nobody has let speak yet: its pages answer, and nothing goes out of it. */
  readonly muted?: boolean
  /** Why and since when its staff may only read; residents notice nothing of it. */
  readonly suspended?: { readonly reason: string; readonly since: Date } | undefined
}

/** Whether relay, reminders and the jobs of the clock work for this region. */
export const actsByItself = ({ status, muted }: Pick<Tenant, 'status' | 'muted'>): boolean =>
  status !== 'archived' && !muted

/** The directory of tenants, read through the control door and remembered for a few seconds. */
export interface Registry {
  /** All tenants, archived ones too. Throws what the database throws when nothing is remembered yet. */
  all(): Promise<readonly Tenant[]>
  bySlug(slug: string): Promise<Tenant | undefined>
  byHost(host: string): Promise<Tenant | undefined>
}

/** How long a changed directory may stay unseen, milliseconds. */
const rememberedFor = 5_000

export function openRegistry(database: Database, now: () => number = Date.now): Registry {
  let remembered: { at: number; tenants: readonly Tenant[] } | undefined
  let reading: Promise<readonly Tenant[]> | undefined

  async function read(): Promise<readonly Tenant[]> {
    const tenants = await readTenants(database)
    remembered = { at: now(), tenants }
    return tenants
  }

  async function all() {
    if (remembered && now() - remembered.at < rememberedFor) return remembered.tenants
    reading ??= read().finally(() => (reading = undefined))
    // While the database is away the last known directory still tells a region's host from a stranger's.
    return reading.catch((error: unknown) => {
      if (remembered) return remembered.tenants
      throw error
    })
  }

  return {
    all,
    bySlug: async (slug) => (await all()).find((tenant) => tenant.slug === slug),
    byHost: async (host) => (await all()).find((tenant) => tenant.hosts.includes(host)),
  }
}

async function readTenants(database: Database): Promise<readonly Tenant[]> {
  return database.withControl(async (db) => {
    const rows = await db
      .selectFrom('tenant')
      .leftJoin('regionSuspension', (join) =>
        join.onRef('regionSuspension.slug', '=', 'tenant.slug').on('regionSuspension.resumedAt', 'is', null),
      )
      .selectAll('tenant')
      .select(['reason', 'suspendedAt'])
      .orderBy('tenant.slug')
      .execute()
    const hosts = await db.selectFrom('tenantHost').selectAll().orderBy('host').execute()
    return rows.map((row) => ({
      slug: row.slug,
      schema: row.schemaName,
      role: row.roleName,
      status: row.status,
      name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn },
      hosts: hosts.filter((host) => host.slug === row.slug).map((host) => host.host),
      muted: row.mutedAt !== null,
      suspended:
        row.status === 'suspended' && row.suspendedAt !== null
          ? { reason: row.reason ?? '', since: row.suspendedAt }
          : undefined,
    }))
  })
}

import type { Database } from '#db/connect.ts'
import type { TenantShadow } from '#db/names.ts'
import type { TenantStatus } from '#db/schema/control.ts'

/** A region as the directory knows it. */
export interface Tenant extends TenantShadow {
  readonly slug: string
  readonly status: TenantStatus
  readonly name: Readonly<Record<'kk' | 'ru' | 'en', string>>
  /** Every host it is served by, those that the platform gave first. */
  readonly hosts: readonly string[]
  /** The host of its own under which it shows itself, while that leads here. */
  readonly primary?: string
  /** A restored copy that nobody has let speak yet: its pages answer, and nothing goes out of it. */
  readonly muted?: boolean
  /** Why and since when its staff may only read; residents notice nothing of it. */
  readonly suspended?: { readonly reason: string; readonly since: Date } | undefined
}

/** The host by which a region shows itself now. */
export const hostShown = ({ primary, hosts, slug }: Tenant, baseDomain: string): string =>
  primary ?? hosts[0] ?? `${slug}.${baseDomain}`

/** Whether relay, reminders and the jobs of the clock work for this region. */
export const actsByItself = ({ status, muted }: Pick<Tenant, 'status' | 'muted'>): boolean =>
  status !== 'archived' && !muted

/** The directory of tenants, read through the control door and remembered for a few seconds. */
export interface Registry {
  /** All tenants, archived ones too. Throws what the database throws when nothing is remembered yet. */
  all(): Promise<readonly Tenant[]>
  bySlug(slug: string): Promise<Tenant | undefined>
  byHost(host: string): Promise<Tenant | undefined>
  /** The region that has this host, or that it leads to before it is served, where the region has brought it. */
  bringerOf(host: string): Promise<string | undefined>
}

/** How long a changed directory may stay unseen, milliseconds. */
const rememberedFor = 5_000

export function openRegistry(database: Database, now: () => number = Date.now): Registry {
  let remembered: { at: number; directory: Directory } | undefined
  let reading: Promise<Directory> | undefined

  async function read(): Promise<Directory> {
    const directory = await readDirectory(database)
    remembered = { at: now(), directory }
    return directory
  }

  async function directory() {
    if (remembered && now() - remembered.at < rememberedFor) return remembered.directory
    reading ??= read().finally(() => (reading = undefined))
    // While the database is away the last known directory still tells a region's host from a stranger's.
    return reading.catch((error: unknown) => {
      if (remembered) return remembered.directory
      throw error
    })
  }

  const all = async () => (await directory()).tenants
  return {
    all,
    bySlug: async (slug) => (await all()).find((tenant) => tenant.slug === slug),
    byHost: async (host) => (await all()).find((tenant) => tenant.hosts.includes(host)),
    bringerOf: async (host) => (await directory()).brought.get(host),
  }
}

interface Directory {
  readonly tenants: readonly Tenant[]
  /** Hosts of regions' own, served or claimed, with the region's slug. */
  readonly brought: ReadonlyMap<string, string>
}

async function readDirectory(database: Database): Promise<Directory> {
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
    const claims = await db.selectFrom('hostClaim').select(['host', 'slug']).execute()
    const inOrder = [...hosts.filter((host) => !host.provedAt), ...hosts.filter((host) => host.provedAt)]
    const tenants = rows.map((row): Tenant => {
      const own = inOrder.filter((host) => host.slug === row.slug)
      return {
        slug: row.slug,
        schema: row.schemaName,
        role: row.roleName,
        status: row.status,
        name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn },
        hosts: own.map((host) => host.host),
        primary: own.find((host) => host.isPrimary && !host.failedAt)?.host,
        muted: row.mutedAt !== null,
        suspended:
          row.status === 'suspended' && row.suspendedAt !== null
            ? { reason: row.reason ?? '', since: row.suspendedAt }
            : undefined,
      }
    })
    const brought = new Map(claims.map(({ host, slug }) => [host, slug]))
    for (const { host, slug, provedAt } of hosts) {
      if (provedAt) brought.set(host, slug)
      else brought.delete(host)
    }
    return { tenants, brought }
  })
}

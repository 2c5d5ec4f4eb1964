import type { ControlDb, Database } from '#db/connect.ts'
import { migrateTenant } from '#db/migrate.ts'
import { databaseOf, tenantShadow } from '#db/names.ts'
import type { TenantStatus } from '#db/schema/control.ts'
import { loadCountryCalendar } from './country-calendar.ts'
import { loadPack, loadRegion } from './packs/load.ts'
import type { Pack } from './packs/schema.ts'
import type { Tenant } from './registry.ts'
import { unpackRegion, type NewRegion, type ProvisionedRegion } from './unpack-region.ts'

export interface ProvisionInput {
  /** A slug of the state classifier's regions (`tenants/packs/regions.json`), unless `region` says what it is. */
  readonly slug: string
  /** A region that the classifier does not know, a district or a city on trial. */
  readonly region?: ProvisionedRegion
  /** The name of a pack that came with the product, or of what stands in `contents`. */
  readonly pack: string
  /** A pack that came from elsewhere, already judged (`parsePack`); it is not looked for under its name then. */
  readonly contents?: Pack
  /** Full host names, lower case, without port. */
  readonly hosts: readonly string[]
  /** Whether residents may bring appeals at once; else its administrator sets it up first and has it go live. */
  readonly live?: boolean
}

/** What has just been done: schema, role and tables; the pack; the line in the directory. */
export type ProvisionStep = 'tables' | 'pack' | 'directory'

export interface ProvisionUrls {
  readonly runtime: string
  readonly owner: string
}

/**
 * Makes a region: schema, role, tables, starter configuration, then its line in the directory, so that nobody is let
 * into a half-made region. Running it again finishes what was cut off and overwrites nothing a region has changed.
 * `done` is told of each step.
 * Throws RangeError for an unknown region, and for a host of another one.
 */
export async function provisionTenant(
  database: Database,
  urls: ProvisionUrls,
  input: ProvisionInput,
  now: Date = new Date(),
  done: (step: ProvisionStep) => Promise<void> = async () => undefined,
): Promise<Tenant> {
  const region = input.region ? { slug: input.slug, ...input.region } : await loadRegion(input.slug)
  if (!region) throw new RangeError(`No region is called ${JSON.stringify(input.slug)}`)
  const pack = input.contents ?? (await loadPack(input.pack))
  const shadow = tenantShadow(databaseOf(urls.runtime), region.slug)
  // Asked before anything is made, and once more when the region is entered: two may be provisioned at once.
  await database.withControl((db) => refuseTakenHosts(db, region, input.hosts))
  await migrateTenant(urls.owner, urls.runtime, shadow)
  await done('tables')
  const days = await database.withControl(async (db) => {
    await loadCountryCalendar(db, now)
    return db.selectFrom('calendarDay').select(['day', 'kind', 'name', 'nameKk', 'nameRu', 'nameEn']).execute()
  })
  const given = { name: input.pack, pack }
  await database.withTenant(shadow, (db) =>
    unpackRegion(db, region, given, { days, now, liveAt: input.live ? now : null }),
  )
  await done('pack')
  const status = await enterDirectory(database, region, input, shadow, now)
  await done('directory')
  return { ...shadow, slug: region.slug, status, name: region.name, hosts: input.hosts }
}

/** Says what the directory calls the region now: one that was suspended stays so. */
async function enterDirectory(
  database: Database,
  region: NewRegion,
  input: ProvisionInput,
  shadow: { schema: string; role: string },
  now: Date,
): Promise<TenantStatus> {
  const names = { nameKk: region.name.kk, nameRu: region.name.ru, nameEn: region.name.en }
  await database.withNational((db) =>
    db
      .insertInto('region')
      .values({ slug: region.slug, ...names, population: region.population })
      .onConflict((conflict) => conflict.column('slug').doUpdateSet({ ...names, population: region.population }))
      .execute(),
  )
  return database.withControl(async (db) => {
    await db
      .insertInto('tenant')
      .values({
        slug: region.slug,
        schemaName: shadow.schema,
        roleName: shadow.role,
        status: 'active',
        ...names,
        pack: input.pack,
        createdAt: now,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .execute()
    await db
      .insertInto('tenantHost')
      .values(input.hosts.map((host) => ({ host, slug: region.slug })))
      .onConflict((conflict) => conflict.column('host').doNothing())
      .execute()
    // Thrown inside the transaction: a region must not appear in the directory under a neighbour's address.
    await refuseTakenHosts(db, region, input.hosts)
    const entered = await db
      .selectFrom('tenant')
      .select('status')
      .where('slug', '=', region.slug)
      .executeTakeFirstOrThrow()
    return entered.status
  })
}

async function refuseTakenHosts(db: ControlDb, region: NewRegion, hosts: readonly string[]): Promise<void> {
  const taken = await db
    .selectFrom('tenantHost')
    .select('host')
    .where('host', 'in', [...hosts])
    .where('slug', '!=', region.slug)
    .executeTakeFirst()
  if (taken) throw new RangeError(`The host ${taken.host} belongs to another region`)
}

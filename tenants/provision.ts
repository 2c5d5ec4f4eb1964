import type { Insertable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { ControlDb, Database, TenantDb } from '#db/connect.ts'
import { migrateTenant } from '#db/migrate.ts'
import { databaseOf, tenantShadow } from '#db/names.ts'
import type { TenantStatus } from '#db/schema/control.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import { loadCountryCalendar } from './country-calendar.ts'
import { loadPack, loadRegion } from './packs/load.ts'
import type { Pack } from './packs/schema.ts'
import type { Tenant } from './registry.ts'
import { unpackRouting } from './unpack-routing.ts'

export interface ProvisionInput {
  /** A slug of the state classifier's regions (`tenants/packs/regions.json`). */
  readonly slug: string
  readonly pack: string
  /** Full host names, lower case, without port. */
  readonly hosts: readonly string[]
}

export interface ProvisionUrls {
  readonly runtime: string
  readonly owner: string
}

type CountryDay = Insertable<TenantTables['calendarDay']>

type Region = NonNullable<Awaited<ReturnType<typeof loadRegion>>>

/**
 * Makes a region: schema, role, tables, starter configuration, then its line in the directory, so that nobody is let
 * into a half-made region. Running it again finishes what was cut off and overwrites nothing a region has changed.
 * Throws RangeError for an unknown region, and for a host of another one.
 */
export async function provisionTenant(
  database: Database,
  urls: ProvisionUrls,
  input: ProvisionInput,
  now: Date = new Date(),
): Promise<Tenant> {
  const region = await loadRegion(input.slug)
  if (!region) throw new RangeError(`No region is called ${JSON.stringify(input.slug)}`)
  const pack = await loadPack(input.pack)
  const shadow = tenantShadow(databaseOf(urls.runtime), region.slug)
  // Asked before anything is made, and once more when the region is entered: two may be provisioned at once.
  await database.withControl((db) => refuseTakenHosts(db, region, input.hosts))
  await migrateTenant(urls.owner, urls.runtime, shadow)
  const days = await database.withControl(async (db) => {
    await loadCountryCalendar(db, now)
    return db.selectFrom('calendarDay').select(['day', 'kind', 'name', 'nameKk', 'nameRu', 'nameEn']).execute()
  })
  await database.withTenant(shadow, (db) => unpack(db, region, pack, days, now))
  const status = await enterDirectory(database, region, input, shadow, now)
  return { ...shadow, slug: region.slug, status, name: region.name, hosts: input.hosts }
}

async function unpack(db: TenantDb, region: Region, pack: Pack, days: readonly CountryDay[], now: Date): Promise<void> {
  const made = await db
    .insertInto('regionProfile')
    .values({
      id: 'region',
      nameKk: region.name.kk,
      nameRu: region.name.ru,
      nameEn: region.name.en,
      centreKk: pack.centre.kk,
      centreRu: pack.centre.ru,
      centreEn: pack.centre.en,
      brandColour: pack.brandColour,
      numberPrefix: region.kato2,
      dayEnd: pack.dayEnd,
      timeZone: region.timeZone,
      attachmentsMost: pack.attachments.most,
      attachmentBytes: pack.attachments.bytes,
      shareLinkDays: pack.otherBodies.linkDays,
      contestDays: pack.otherBodies.contestDays,
      ratingDays: pack.ratings.days,
      reopeningDays: pack.ratings.reopeningDays,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  // The profile and all that follows are one transaction: with a profile there, the pack was opened whole.
  if (made.numInsertedOrUpdatedRows === 0n) return

  await db
    .insertInto('calendarDay')
    .values([...days])
    .execute()
  await db
    .insertInto('workingWeek')
    .values({ id: 'region', hours: JSON.stringify(pack.week), innerDays: pack.innerDays })
    .execute()
  await db
    .insertInto('term')
    .values(pack.terms.map((term) => ({ id: uuidv7(), ...term })))
    .execute()
  if (pack.hotlines.length > 0) {
    await db
      .insertInto('hotline')
      .values(pack.hotlines.map((hotline, position) => ({ id: uuidv7(), position, ...hotline })))
      .execute()
  }
  if (pack.wording.length > 0) {
    await db
      .insertInto('wording')
      .values(pack.wording.map((text) => ({ id: uuidv7(), ...text })))
      .execute()
  }
  const agencies = pack.agencies.map((agency, position) => ({ id: uuidv7(), position, ...agency }))
  const idOf = new Map(agencies.map(({ slug, id }) => [slug, id]))
  await db
    .insertInto('agency')
    .values(
      agencies.map(({ id, slug, level, email = null, position }) => ({
        id,
        slug,
        level,
        email,
        position,
        retiredAt: null,
      })),
    )
    .execute()
  await db
    .insertInto('agencyName')
    .values(
      agencies.map(({ id, name }) => ({
        id: uuidv7(),
        agencyId: id,
        validFrom: '2000-01-01',
        nameKk: name.kk,
        nameRu: name.ru,
        nameEn: name.en,
      })),
    )
    .execute()
  await unpackServices(db, pack, (slug) => idOf.get(slug) ?? '')
  await unpackTemplates(db, pack)
  await unpackRouting(db, pack, (slug) => idOf.get(slug) ?? '')
  await db
    .insertInto('ratingChoice')
    .values(
      pack.ratings.choices.map(({ meaning, name }, position) => ({
        id: uuidv7(),
        meaning,
        nameKk: name.kk,
        nameRu: name.ru,
        nameEn: name.en,
        position,
        retiredAt: null,
      })),
    )
    .execute()
}

/** What answers may begin with. */
async function unpackTemplates(db: TenantDb, pack: Pack): Promise<void> {
  if (pack.answerTemplates.length === 0) return
  const categories = await db.selectFrom('category').select(['id', 'slug']).execute()
  const idOf = new Map(categories.map(({ id, slug }) => [slug, id]))
  await db
    .insertInto('answerTemplate')
    .values(
      pack.answerTemplates.map(({ category, ...template }, position) => ({
        id: uuidv7(),
        ...template,
        categoryId: (category && idOf.get(category)) ?? null,
        position,
        retiredAt: null,
      })),
    )
    .execute()
}

/** What people bring, where they may come, and who interprets. `idOf` gives an agency's id by its slug. */
async function unpackServices(db: TenantDb, pack: Pack, idOf: (agency: string) => string): Promise<void> {
  const named = ({ kk, ru, en }: Pack['centre']) => ({ nameKk: kk, nameRu: ru, nameEn: en })
  if (pack.categories.length > 0) {
    await db
      .insertInto('category')
      .values(
        pack.categories.map(({ slug, agency, legalKind, name, words }, position) => ({
          id: uuidv7(),
          slug,
          agencyId: idOf(agency),
          legalKind,
          ...named(name),
          words: words ? `${words.kk} ${words.ru}` : '',
          position,
          retiredAt: null,
        })),
      )
      .execute()
  }
  for (const [position, { slug, name, address, opening, desks }] of pack.halls.entries()) {
    const hallId = uuidv7()
    await db
      .insertInto('hall')
      .values({
        id: hallId,
        slug,
        ...named(name),
        addressKk: address.kk,
        addressRu: address.ru,
        addressEn: address.en,
        opening: JSON.stringify(opening),
        position,
        retiredAt: null,
      })
      .execute()
    if (desks.length === 0) continue
    await db
      .insertInto('desk')
      .values(
        desks.map(({ label, agency }, at) => ({
          id: uuidv7(),
          hallId,
          agencyId: idOf(agency),
          label,
          position: at,
          retiredAt: null,
        })),
      )
      .execute()
  }
  if (pack.interpreters.length > 0) {
    await db
      .insertInto('interpreter')
      .values(
        pack.interpreters.map((interpreter, position) => ({
          id: uuidv7(),
          ...interpreter,
          phone: null,
          position,
          retiredAt: null,
        })),
      )
      .execute()
  }
}

/** Says what the directory calls the region now: one that was suspended stays so. */
async function enterDirectory(
  database: Database,
  region: Region,
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

async function refuseTakenHosts(db: ControlDb, region: Region, hosts: readonly string[]): Promise<void> {
  const taken = await db
    .selectFrom('tenantHost')
    .select('host')
    .where('host', 'in', [...hosts])
    .where('slug', '!=', region.slug)
    .executeTakeFirst()
  if (taken) throw new RangeError(`The host ${taken.host} belongs to another region`)
}

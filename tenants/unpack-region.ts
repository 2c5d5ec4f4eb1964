import type { Insertable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { TenantDb } from '#db/connect.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { Pack } from './packs/schema.ts'
import { unpackRouting } from './unpack-routing.ts'
import { unpackServices } from './unpack-services.ts'
import { unpackTemplates } from './unpack-templates.ts'

type CountryDay = Insertable<TenantTables['calendarDay']>

/** What the directory and the region itself say of it. */
export interface ProvisionedRegion {
  readonly name: Readonly<Record<LocaleCode, string>>
  /** Two digits, the first part of every public number. */
  readonly kato2: string
  readonly population: number
  /** IANA name */
  readonly timeZone: string
}

export type NewRegion = ProvisionedRegion & { readonly slug: string }

/** Writes a region's profile and all that its pack holds; a region that has a profile is left as it is. */
export async function unpackRegion(
  db: TenantDb,
  region: NewRegion,
  { name, pack }: { readonly name: string; readonly pack: Pack },
  { days, now, liveAt }: { readonly days: readonly CountryDay[]; readonly now: Date; readonly liveAt: Date | null },
): Promise<void> {
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
      liveAt,
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
  await unpackDatedTerms(db, pack)
  if (pack.hotlines.length > 0) {
    await db
      .insertInto('hotline')
      .values(pack.hotlines.map((hotline, position) => ({ id: uuidv7(), position, ...hotline })))
      .execute()
  }
  if (pack.roles.length > 0) {
    await db
      .insertInto('rolePermission')
      .values(pack.roles.map((one) => ({ id: uuidv7(), ...one })))
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
  // Interpreters are people: a copy of their names would be one that nobody erases.
  const contents: Pack = { ...pack, interpreters: [] }
  await db
    .insertInto('packBase')
    .values({ id: 'region', name, version: pack.version, contents: JSON.stringify(contents), unpackedAt: now })
    .execute()
}

/** Terms that every region has with its tables: a pack may set them and add to them. */
async function unpackDatedTerms(db: TenantDb, { forwardTerms, cureTerms }: Pack): Promise<void> {
  for (const { appliesFrom, workingDays } of forwardTerms) {
    await db
      .insertInto('forwardTerm')
      .values({ appliesFrom, workingDays })
      .onConflict((conflict) => conflict.column('appliesFrom').doUpdateSet({ workingDays }))
      .execute()
  }
  for (const { appliesFrom, workingDays } of cureTerms) {
    await db
      .insertInto('cureTerm')
      .values({ appliesFrom, workingDays })
      .onConflict((conflict) => conflict.column('appliesFrom').doUpdateSet({ workingDays }))
      .execute()
  }
}

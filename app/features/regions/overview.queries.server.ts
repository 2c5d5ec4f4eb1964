import { agencyNames } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'

/** Things that lack something, each with its id and its name in the asker's language. */
interface Things {
  readonly things: readonly { readonly id: string; readonly name: string }[]
}

export interface Overview {
  readonly counts: Readonly<
    Record<
      'agencies' | 'halls' | 'desks' | 'hotlines' | 'interpreters' | 'categories' | 'staff' | 'invitations' | 'holds',
      number
    >
  >
  readonly noHall: boolean
  readonly noHotline: boolean
  readonly noDispatcher: boolean
  readonly hallWithoutDesk: Things
  readonly deskOfRetired: Things
  readonly agencyWithoutStaff: Things
  readonly categoryOfRetired: Things
  readonly staffOfRetired: Things
  /** Hosts of the region's own that do not lead here any more. */
  readonly hostFails: Things
}

/** What the region is made of, and what is missing. Throws ForbiddenError. */
export async function getOverview(ctx: TenantContext): Promise<Overview> {
  authorize(ctx.ability, 'configure', 'Region')
  const { db, locale } = ctx
  const used = <T extends { retiredAt: Date | null }>(rows: readonly T[]) => rows.filter((row) => !row.retiredAt)
  const agencies = await db.selectFrom('agency').select(['id', 'level', 'retiredAt']).orderBy('position').execute()
  const halls = used(await db.selectFrom('hall').selectAll().orderBy('position').execute())
  const desks = used(await db.selectFrom('desk').select(['hallId', 'agencyId', 'retiredAt']).execute())
  const hotlines = used(await db.selectFrom('hotline').select('retiredAt').execute())
  const interpreters = used(await db.selectFrom('interpreter').select('retiredAt').execute())
  const categories = used(await db.selectFrom('category').selectAll().orderBy('position').execute())
  const staff = await db
    .selectFrom('staffMember')
    .select(['id', 'fullName', 'roles', 'agencyId'])
    .where('retiredAt', 'is', null)
    .orderBy('id')
    .execute()
  const invitations = await db
    .selectFrom('invitation')
    .select('id')
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', ctx.clock.now())
    .execute()

  const holds = await db.selectFrom('legalHold').select('id').where('liftedAt', 'is', null).execute()
  const failing = await db
    .selectFrom('ownHost')
    .select(['id', 'host as name'])
    .where('state', '=', 'served')
    .where('failedAt', 'is not', null)
    .orderBy('id')
    .execute()

  const retired = new Set(agencies.flatMap((agency) => (agency.retiredAt ? agency.id : [])))
  const staffed = new Set(staff.map(({ agencyId }) => agencyId))
  const bare = used(agencies).filter(({ id, level }) => level === 'local' && !staffed.has(id))
  const names = await agencyNames(
    ctx,
    bare.map(({ id }) => id),
  )
  const named = (rows: readonly { id: string; nameKk: string; nameRu: string; nameEn: string }[]): Things => ({
    things: rows.map((row) => ({ id: row.id, name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[locale] })),
  })
  return {
    counts: {
      agencies: used(agencies).length,
      halls: halls.length,
      desks: desks.length,
      hotlines: hotlines.length,
      interpreters: interpreters.length,
      categories: categories.length,
      staff: staff.length,
      invitations: invitations.length,
      holds: holds.length,
    },
    noHall: halls.length === 0,
    noHotline: hotlines.length === 0,
    noDispatcher: !staff.some(({ roles }) => roles.includes('dispatcher')),
    hallWithoutDesk: named(halls.filter(({ id }) => !desks.some(({ hallId }) => hallId === id))),
    deskOfRetired: named(
      halls.filter(({ id }) => desks.some(({ hallId, agencyId }) => hallId === id && retired.has(agencyId))),
    ),
    agencyWithoutStaff: { things: bare.map(({ id }) => ({ id, name: names[id] ?? '' })) },
    categoryOfRetired: named(categories.filter(({ agencyId }) => retired.has(agencyId))),
    hostFails: { things: failing },
    staffOfRetired: {
      things: staff
        .filter(({ agencyId }) => agencyId && retired.has(agencyId))
        .map(({ id, fullName }) => ({ id, name: fullName })),
    },
  }
}

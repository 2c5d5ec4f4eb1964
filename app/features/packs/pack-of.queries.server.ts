import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { getPresent } from '#app/features/calendars/public.server.ts'
import { shownProblem, problemsOf } from '#tenants/packs/problems.ts'
import { packFormat } from '#tenants/packs/pack-shape.ts'
import { packSchema, type Pack } from '#tenants/packs/schema.ts'
import { agenciesOf } from './agencies-of.queries.server.ts'
import { forAnotherRegion } from './for-another-region.ts'
import { getPackBase, getTaken, type PackBase } from './pack-base.queries.server.ts'
import { answersOf, placesOf, routingOf } from './parts-of.queries.server.ts'

/**
 * The region's configuration as a pack, from which another region can be made: no staff, no telephone of a person, nothing
 * that is retired. Throws ForbiddenError, Refusal where something stands in the region that no pack may hold.
 */
export async function packOf(ctx: TenantContext): Promise<Pack> {
  authorize(ctx.ability, 'configure', 'Region')
  return readPack(ctx)
}

/**
 * The pack from which another region is made like this one, under the name of the pack that this one was made from. Whoever calls has
 * made sure who may. Throws Refusal as `packOf`.
 */
export async function packToReplicate(ctx: TenantContext): Promise<{ name: string; pack: Pack }> {
  const base = await getPackBase(ctx)
  return { name: base?.name ?? ctx.tenant.slug, pack: forAnotherRegion(await readPack(ctx)) }
}

async function readPack(ctx: TenantContext): Promise<Pack> {
  const { db } = ctx
  const profile = await db.selectFrom('regionProfile').selectAll().executeTakeFirstOrThrow()
  const week = await db.selectFrom('workingWeek').selectAll().executeTakeFirstOrThrow()
  const base = await getPackBase(ctx)
  const { day } = await getPresent(ctx)
  const agencies = await agenciesOf(ctx, day)
  const { agencyOf, list } = agencies
  const found = {
    format: packFormat,
    version: base?.version ?? 1,
    ...(base?.contents.baseVersion ? { baseVersion: base.contents.baseVersion } : {}),
    centre: { kk: profile.centreKk, ru: profile.centreRu, en: profile.centreEn },
    brandColour: profile.brandColour,
    dayEnd: profile.dayEnd,
    week: week.hours,
    innerDays: week.innerDays,
    attachments: { most: profile.attachmentsMost, bytes: profile.attachmentBytes },
    otherBodies: { linkDays: profile.shareLinkDays, contestDays: profile.contestDays },
    ...(await termsOf(ctx)),
    agencies: list,
    ...(await placesOf(ctx, agencyOf)),
    ...(await routingOf(ctx, agencyOf)),
    ...(await answersOf(ctx, profile)),
    // What no table holds goes on as it came.
    ...(await restOf(ctx, base)),
  }
  const parsed = packSchema.safeParse(found)
  if (!parsed.success) {
    const [problem] = problemsOf(parsed.error, () => '')
    throw new Refusal('packs:error.unfit', { problem: problem ? shownProblem(problem) : '' })
  }
  return parsed.data
}

/** Every term there is and will be: past ones count old appeals. */
async function termsOf({ db }: TenantContext) {
  const columns = ['appliesFrom', 'workingDays'] as const
  return {
    terms: await db
      .selectFrom('term')
      .select([...columns, 'legalKind'])
      .orderBy('id')
      .execute(),
    forwardTerms: await db.selectFrom('forwardTerm').select(columns).orderBy('appliesFrom').execute(),
    cureTerms: await db.selectFrom('cureTerm').select(columns).orderBy('appliesFrom').execute(),
  }
}

/** Services and life situations of the pack the region was made from, with what was taken of newer ones since. */
async function restOf(ctx: TenantContext, base: PackBase | undefined) {
  const taken = await getTaken(ctx)
  const withTaken = <T extends { readonly slug: string }>(kind: string, list: readonly T[]): T[] => {
    const items = new Map(list.map((item) => [item.slug, item]))
    for (const { id, value } of taken) {
      if (!id.startsWith(`${kind}/`)) continue
      const slug = id.slice(kind.length + 1)
      if (value) items.set(slug, value.fields.whole as T)
      else items.delete(slug)
    }
    return [...items.values()]
  }
  return {
    services: withTaken('service', base?.contents.services ?? []),
    lifeSituations: withTaken('lifeSituation', base?.contents.lifeSituations ?? []),
  }
}

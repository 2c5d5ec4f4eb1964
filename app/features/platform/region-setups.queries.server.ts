import { regionsToMake } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { SetupState, SetupStep } from '#db/schema/control.ts'
import { baseDomainOf } from './ask-region.server.ts'
import { likeRegion, modelOf } from './region-setups.schema.ts'

/** In the order in which they are done. */
const steps = ['tables', 'pack', 'directory', 'invitation'] as const satisfies readonly SetupStep[]

/** What the form of a new region offers. Throws ForbiddenError. */
export async function getNewRegion(ctx: PlatformContext) {
  authorize(ctx.ability, 'create', 'Region')
  const { country, packs } = await regionsToMake()
  const made = await ctx.db.selectFrom('tenant').selectAll().orderBy('slug').execute()
  const asked = await ctx.db.selectFrom('regionSetup').select('slug').execute()
  const taken = new Set([...made, ...asked].map(({ slug }) => slug))
  const { compare } = new Intl.Collator(ctx.locale)
  return {
    regions: country
      .filter(({ slug }) => !taken.has(slug))
      .map(({ slug, name }) => ({ slug, name: name[ctx.locale] }))
      .toSorted((a, b) => compare(a.name, b.name)),
    packs,
    models: made
      .filter(({ status, mutedAt }) => status !== 'archived' && mutedAt === null)
      .map(({ slug, nameKk, nameRu, nameEn }) => ({
        value: likeRegion(slug),
        name: { kk: nameKk, ru: nameRu, en: nameEn }[ctx.locale],
      }))
      .toSorted((a, b) => compare(a.name, b.name)),
    baseDomain: baseDomainOf(ctx),
  }
}

export type NewRegion = Awaited<ReturnType<typeof getNewRegion>>

/** How far a region is that was asked for. Throws ForbiddenError, NotFound. */
export async function getSetup(ctx: PlatformContext, setupId: string) {
  authorize(ctx.ability, 'create', 'Region')
  const row = await ctx.db.selectFrom('regionSetup').selectAll().where('id', '=', setupId).executeTakeFirst()
  if (!row) throw new NotFound('RegionSetup')
  const done = row.step === null ? 0 : steps.indexOf(row.step) + 1
  const { protocol, port } = new URL(ctx.origin)
  return {
    id: row.id,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    slug: row.slug,
    pack: modelOf(row.pack) ?? row.pack,
    addresses: row.hosts.map((host) => `${protocol}//${host}${port ? `:${port}` : ''}`),
    state: row.state,
    problem: row.problem ? ctx.t(row.problem) : '',
    askedAt: formatMoment(row.createdAt, row.timeZone),
    steps: steps.map((step, at) => ({
      step,
      state:
        at < done ? ('done' as const) : at === done && row.state !== 'failed' ? ('now' as const) : ('next' as const),
    })),
  }
}

export type SetupPageData = Awaited<ReturnType<typeof getSetup>>

/** Setups that are not done, the newest first. Throws ForbiddenError. */
export async function listSetups(ctx: PlatformContext) {
  authorize(ctx.ability, 'create', 'Region')
  const rows = await ctx.db
    .selectFrom('regionSetup')
    .select(['id', 'nameKk', 'nameRu', 'nameEn', 'state'])
    .where('state', 'in', ['asked', 'working', 'failed'])
    .$narrowType<{ state: Exclude<SetupState, 'done'> }>()
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, state, ...names }) => ({
    id,
    state,
    name: { kk: names.nameKk, ru: names.nameRu, en: names.nameEn }[ctx.locale],
  }))
}

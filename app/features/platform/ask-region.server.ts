import { regionsToMake } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal, SignInNeeded } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { modelOf, type AskRegion } from './region-setups.schema.ts'

/**
 * Asks for a new region; the worker makes it, a moment later. The same form twice asks once. The id of what was asked.
 * Throws ForbiddenError, InvalidInput where region, name or host is taken already.
 */
export async function askRegion(ctx: PlatformContext, input: AskRegion): Promise<string> {
  authorize(ctx.ability, 'create', 'Region')
  if (ctx.principal.kind !== 'platform') throw new SignInNeeded()
  const askedBy = ctx.principal.id
  const { country, packs } = await regionsToMake()
  const region = input.own ?? country.find(({ slug }) => slug === input.slug)
  if (!region) throw new InvalidInput({ region: 'platform:error.regionMissing' })
  if (input.own && country.some(({ slug }) => slug === input.slug))
    throw new InvalidInput({ slug: 'platform:error.slugTaken' })
  const model = modelOf(input.pack)
  if (model === undefined && !packs.includes(input.pack)) throw new InvalidInput({ pack: 'platform:error.packMissing' })
  const hosts = input.hosts.length > 0 ? input.hosts : [`${input.slug}.${baseDomainOf(ctx)}`]
  if (hosts.includes(new URL(ctx.origin).hostname)) throw new InvalidInput({ hosts: 'platform:error.hostTaken' })
  return inTransaction(ctx, async (ctx) => {
    const id = newId()
    const now = ctx.clock.now()
    const sent = await ctx.db
      .selectFrom('regionSetup')
      .select('id')
      .where('submissionKey', '=', input.submissionKey)
      .executeTakeFirst()
    if (sent) return sent.id
    if (model !== undefined && !(await isModel(ctx, model)))
      throw new InvalidInput({ pack: 'platform:error.packMissing' })
    await refuseTaken(ctx, input.own ? 'slug' : 'region', input.slug, hosts)
    const made = await ctx.db
      .insertInto('regionSetup')
      .values({
        id,
        submissionKey: input.submissionKey,
        slug: input.slug,
        pack: input.pack,
        hosts,
        nameKk: region.name.kk,
        nameRu: region.name.ru,
        nameEn: region.name.en,
        numberPrefix: region.kato2,
        population: region.population,
        timeZone: region.timeZone,
        adminName: input.adminName,
        adminEmail: input.adminEmail,
        adminLocale: input.adminLocale,
        state: 'asked',
        step: null,
        problem: null,
        askedBy,
        createdAt: now,
        updatedAt: now,
        doneAt: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // Two operators at once: the other was faster.
    if (made.numInsertedOrUpdatedRows === 0n) throw new Refusal('platform:error.slugTaken')
    await record(ctx, asked(id))
    return id
  })
}

const asked = (id: string) => ({ event: 'region.asked', subjectKind: 'regionSetup', subjectId: id, fields: ['state'] })

/** Where regions of this installation stand: the platform's own host without its first name. */
export const baseDomainOf = ({ origin }: PlatformContext): string => new URL(origin).hostname.replace(/^platform\./, '')

/** Whether another region can be made like this one: it stands here and is no copy that keeps silent. */
const isModel = ({ db }: PlatformContext, slug: string) =>
  db
    .selectFrom('tenant')
    .select('slug')
    .where('slug', '=', slug)
    .where('status', '!=', 'archived')
    .where('mutedAt', 'is', null)
    .executeTakeFirst()

/** Throws InvalidInput where the directory, or another setup, has the slug or one of the hosts. */
async function refuseTaken({ db }: PlatformContext, field: 'slug' | 'region', slug: string, hosts: readonly string[]) {
  const known = await db.selectFrom('tenant').select('slug').where('slug', '=', slug).executeTakeFirst()
  const setUp = await db.selectFrom('regionSetup').select('slug').where('slug', '=', slug).executeTakeFirst()
  if (known ?? setUp) throw new InvalidInput({ [field]: 'platform:error.slugTaken' })
  const held = await db.selectFrom('tenantHost').select('host').where('host', 'in', hosts).executeTakeFirst()
  const asked = await db
    .selectFrom('regionSetup')
    .select('id')
    .where((is) => is('hosts', '&&', is.val([...hosts])))
    .executeTakeFirst()
  if (held ?? asked) throw new InvalidInput({ hosts: 'platform:error.hostTaken' })
}

/** Has a region that could not be made tried once more, from the step where it stands. Throws NotFound, Refusal. */
export function retryRegion(ctx: PlatformContext, setupId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockFailed(ctx, setupId)
    await ctx.db
      .updateTable('regionSetup')
      .set({ state: 'asked', problem: null, updatedAt: ctx.clock.now() })
      .where('id', '=', setupId)
      .execute()
    await record(ctx, asked(setupId))
  })
}

/** Gives up a region that could not be made, so that it can be asked for otherwise. Throws NotFound, Refusal. */
export function forgetSetup(ctx: PlatformContext, setupId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockFailed(ctx, setupId)
    await ctx.db.deleteFrom('regionSetup').where('id', '=', setupId).execute()
    await record(ctx, { event: 'region.setupForgotten', subjectKind: 'regionSetup', subjectId: setupId })
  })
}

async function lockFailed(ctx: PlatformContext, setupId: string): Promise<void> {
  authorize(ctx.ability, 'create', 'Region')
  const setup = await ctx.db
    .selectFrom('regionSetup')
    .select('state')
    .where('id', '=', setupId)
    .forUpdate()
    .executeTakeFirst()
  if (!setup) throw new NotFound('RegionSetup')
  if (setup.state !== 'failed') throw new Refusal('platform:error.notFailed')
}

import { setRegionStatus } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { NotFound, Refusal, SignInNeeded } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { SuspendRegion } from './console.schema.ts'

/**
 * Has a region's staff read and not write, from now on; residents and the worker notice nothing of it. The region's
 * administrators read the reason. Throws ForbiddenError, NotFound, Refusal for a region that is not at work.
 */
export function suspendRegion(
  ctx: PlatformContext,
  slug: string,
  { suspensionReason: reason }: SuspendRegion,
): Promise<void> {
  authorize(ctx.ability, 'suspend', 'Region')
  const suspendedBy = personIdOf(ctx)
  return inTransaction(ctx, async (ctx) => {
    await requireRegion(ctx, slug)
    if (!(await setRegionStatus(ctx, slug, { from: 'active', to: 'suspended' })))
      throw new Refusal('platform:error.notActive')
    const id = newId()
    await ctx.db
      .insertInto('regionSuspension')
      .values({ id, slug, reason, suspendedBy, suspendedAt: ctx.clock.now(), resumedBy: null, resumedAt: null })
      .execute()
    await record(ctx, {
      event: 'region.suspended',
      subjectKind: 'region',
      subjectId: slug,
      fields: ['reason'],
      refs: { suspensionId: id },
    })
  })
}

/** Lets a region's staff work again. Throws ForbiddenError, NotFound, Refusal for a region that is not suspended. */
export function resumeRegion(ctx: PlatformContext, slug: string): Promise<void> {
  authorize(ctx.ability, 'suspend', 'Region')
  const resumedBy = personIdOf(ctx)
  return inTransaction(ctx, async (ctx) => {
    await requireRegion(ctx, slug)
    if (!(await setRegionStatus(ctx, slug, { from: 'suspended', to: 'active' })))
      throw new Refusal('platform:error.notSuspended')
    await ctx.db
      .updateTable('regionSuspension')
      .set({ resumedBy, resumedAt: ctx.clock.now() })
      .where('slug', '=', slug)
      .where('resumedAt', 'is', null)
      .execute()
    await record(ctx, { event: 'region.resumed', subjectKind: 'region', subjectId: slug })
  })
}

function personIdOf({ principal }: PlatformContext): string {
  if (principal.kind !== 'platform') throw new SignInNeeded()
  return principal.id
}

async function requireRegion({ db }: PlatformContext, slug: string): Promise<void> {
  const known = await db.selectFrom('tenant').select('slug').where('slug', '=', slug).executeTakeFirst()
  if (!known) throw new NotFound('Region')
}

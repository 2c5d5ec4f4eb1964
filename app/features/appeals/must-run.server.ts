import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { clockActsOf } from './clock-acts.queries.server.ts'
import type { ShareRow } from './shares.queries.server.ts'

/** Until when a share's clock stands by an act, YYYY-MM-DD; undefined where it runs. */
export async function suspensionOf(ctx: TenantContext, share: ShareRow): Promise<string | undefined> {
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const today = wallClockParts(ctx.clock.now(), timeZone).day
  if (share.role === 'co') return undefined
  // The akimat's own clock is one, whoever leads now.
  const steps = (await clockActsOf(ctx, share.appealId)).filter(({ role, assignmentId }) =>
    share.role === 'own' ? assignmentId === share.id : role !== 'own',
  )
  return steps.map(({ step }) => step).find((step) => step.kind === 'suspension' && today < step.until)?.until
}

/** Throws a Refusal where a share is suspended: nothing is decided while the clock stands. */
export async function mustRun(ctx: TenantContext, share: ShareRow): Promise<void> {
  const until = await suspensionOf(ctx, share)
  if (until) throw new Refusal('appeals:error.suspended', { day: formatDay(until) })
}

import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { TryRouting } from './routing.schema.ts'
import { routeText, weekdayOf, type Reason } from './suggest.queries.server.ts'

export interface Tried {
  readonly category: { readonly name: string; readonly reason: Reason } | undefined
  readonly agency: { readonly name: string; readonly reason: Reason } | undefined
}

/** What would be suggested for a text, and why; nothing of it is kept. Throws ForbiddenError. */
export async function tryRouting(ctx: TenantContext, input: TryRouting): Promise<Tried> {
  authorize(ctx.ability, 'configure', 'RoutingRule')
  const { text, place, ofCategoryId, language, at } = input
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const { day, time } = at ?? wallClockParts(ctx.clock.now(), timeZone)
  const asked = { text, place, categoryId: ofCategoryId, language, weekday: weekdayOf(day), time }
  const { category, agency } = await routeText(ctx, asked)
  return {
    category: category && { name: category.name, reason: category.reason },
    agency: agency && { name: agency.name, reason: agency.reason },
  }
}

import { lastPosition } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { hotlineRows } from './hotline-rows.server.ts'
import type { AddHotline } from './hotlines.schema.ts'

/** Adds a number at the end of the order. Throws InvalidInput for one that is there already, retired or not. */
export function addHotline(ctx: TenantContext, input: AddHotline): Promise<string | undefined> {
  return makeChange(ctx, { event: 'hotline.added', may: 'Hotline', input }, async (ctx, change) => {
    const { number, kind } = input
    const all = await ctx.db.selectFrom('hotline').select(['number', 'position']).execute()
    if (all.some((hotline) => hotline.number === number)) throw new InvalidInput({ number: 'hotlines:error.taken' })
    const id = newId()
    await change.insert(hotlineRows, { id, number, kind, position: lastPosition(all), retiredAt: null, version: 1 })
    return { kind: 'hotline', id }
  })
}

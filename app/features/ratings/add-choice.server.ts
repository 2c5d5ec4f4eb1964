import { makeChange } from '#app/core/changes/make-change.server.ts'
import { lastPosition } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { choiceRows } from './choice-rows.server.ts'
import type { AddChoice } from './ratings.schema.ts'

/** Adds a choice at the end of the order. Throws ForbiddenError. */
export function addChoice(ctx: TenantContext, input: AddChoice): Promise<string | undefined> {
  return makeChange(ctx, { event: 'ratingChoice.added', may: 'RatingChoice', input }, async (ctx, change) => {
    const { submissionKey: _form, ...choice } = input
    const all = await ctx.db.selectFrom('ratingChoice').select('position').execute()
    const id = newId()
    await change.insert(choiceRows, { id, ...choice, position: lastPosition(all), retiredAt: null, version: 1 })
    return { kind: 'ratingChoice', id }
  })
}

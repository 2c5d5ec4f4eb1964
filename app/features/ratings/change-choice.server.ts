import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { choiceRows } from './choice-rows.server.ts'
import type { ChangeChoice } from './ratings.schema.ts'

/**
 * Changes a choice; what was said by it keeps the meaning of its day. Throws NotFound, Refusal for a form made from an older
 * row, and where nobody could say any more that something is solved, or is not.
 */
export function changeChoice(ctx: TenantContext, id: string, input: ChangeChoice): Promise<string | undefined> {
  return makeChange(ctx, { event: 'ratingChoice.changed', may: 'RatingChoice', input }, async (ctx, change) => {
    const choice = await lockRow(ctx, choiceRows, id)
    mustBeSameVersion(choice, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    await change.update(choiceRows, choice, patch)
    return { kind: 'ratingChoice', id }
  })
}

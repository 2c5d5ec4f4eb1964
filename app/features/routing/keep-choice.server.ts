import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { openSuggestion } from './sealed-suggestion.server.ts'

/**
 * Keeps what a person made of the suggestion beside a form: confirmed where it is among what was chosen, else overridden.
 * Belongs in the transaction of the command that was given the form. Nothing was suggested: nothing is kept.
 */
export async function keepChoice(
  ctx: TenantContext,
  appealId: string,
  sealed: string | undefined,
  chosenIds: readonly string[],
): Promise<void> {
  const suggestion = openSuggestion(ctx, appealId, sealed)
  if (!suggestion) return
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const { about, source, suggestedId } = suggestion
  const id = newId()
  const outcome = chosenIds.includes(suggestedId) ? 'confirmed' : 'overridden'
  await ctx.db
    .insertInto('routingChoice')
    .values({
      id,
      appealId,
      ...suggestion,
      chosenIds: [...chosenIds],
      outcome,
      decidedBy: ctx.principal.id,
      decidedAt: ctx.clock.now(),
    })
    .execute()
  await record(ctx, {
    event: `routingSuggestion.${outcome}`,
    subjectKind: 'routingChoice',
    subjectId: id,
    fields: ['outcome'],
    refs: { appealId },
    facts: { about, source },
  })
}

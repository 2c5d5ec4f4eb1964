import { authorize } from '#app/core/access/authorize.ts'
import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { isTermKind, termToChoose } from '#db/sql/retention.ts'
import { isBetween, type ChangeTerm } from './retentions.schema.server.ts'
import { retentionTermRows } from './term-rows.server.ts'

/**
 * Says how long a kind of records is kept from now on; nothing goes by it for a week. Throws ForbiddenError, NotFound for no
 * kind, InvalidInput outside of what the law allows, Refusal for a form made from an older term.
 */
export function changeTerm(ctx: TenantContext, kind: string, input: ChangeTerm): Promise<string | undefined> {
  const asked = { event: 'retentionTerm.changed', may: 'RetentionTerm', input: { ...input, kind } } as const
  return makeChange(ctx, asked, async (ctx, change) => {
    if (!isTermKind(kind)) throw new NotFound('RetentionTerm')
    mustBeBetween(kind, input.amount)
    const usual = termToChoose(kind)?.usual ?? input.amount
    // There before the first change, so that undoing it goes back to the term of the code and rests as well.
    await ctx.db
      .insertInto('retentionTerm')
      .values({ id: kind, amount: usual, changedAt: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const term = await lockRow(ctx, retentionTermRows, kind)
    mustBeSameVersion(term, input.version)
    await change.update(retentionTermRows, term, { amount: input.amount })
    return { kind: 'retentionTerm', id: kind }
  })
}

/** Asks whether a term may be looked at before it is chosen. Throws ForbiddenError, NotFound, InvalidInput. */
export function mayTry(ctx: TenantContext, kind: string, amount: number): void {
  authorize(ctx.ability, 'configure', 'RetentionTerm')
  if (!isTermKind(kind)) throw new NotFound('RetentionTerm')
  mustBeBetween(kind, amount)
}

/** Throws InvalidInput that names both ends. */
function mustBeBetween(kind: string, amount: number): void {
  if (isBetween(kind, amount)) return
  const { least = 0, most = 0 } = termToChoose(kind) ?? {}
  throw new InvalidInput({ amount: { key: 'retentions:error.ends', values: { least, most } } })
}

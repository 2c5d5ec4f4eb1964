import { makeChange, type ChangeSubject } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { getPresent } from './calendars.queries.server.ts'
import type { AddTerm, DropTerm } from './calendars.schema.ts'
import type { TermKind } from './term-kinds.ts'
import { datedTermRows, isDated, termRows } from './term-rows.server.ts'

/**
 * Adds a term that applies to what is registered from a day to come: a term in force is never edited. Throws
 * ForbiddenError, InvalidInput for a day that is not to come, Refusal where that day has one already.
 */
export function addTerm(ctx: TenantContext, input: AddTerm): Promise<string | undefined> {
  return makeChange(ctx, { event: 'term.added', may: 'Calendar', input }, async (ctx, change) => {
    const { termKind, workingDays, appliesFrom } = input
    const { day } = await getPresent(ctx)
    if (appliesFrom <= day) throw new InvalidInput({ appliesFrom: 'calendars:error.dayNotToCome' })
    if (isDated(termKind))
      await change.insert(datedTermRows[termKind], { id: appliesFrom, appliesFrom, workingDays, version: 1 })
    else await change.insert(termRows, { id: newId(), legalKind: termKind, workingDays, appliesFrom, version: 1 })
    return subjectOf(termKind, appliesFrom)
  })
}

/** Gives up a planned term. Throws ForbiddenError, NotFound, Refusal for one in force. */
export function dropTerm(ctx: TenantContext, input: DropTerm): Promise<string | undefined> {
  return makeChange(ctx, { event: 'term.dropped', may: 'Calendar', input }, async (ctx, change) => {
    const { termKind, appliesFrom } = input
    if (isDated(termKind))
      await change.remove(datedTermRows[termKind], await lockRow(ctx, datedTermRows[termKind], appliesFrom))
    else {
      const found = await ctx.db
        .selectFrom('term')
        .select('id')
        .where('legalKind', '=', termKind)
        .where('appliesFrom', '=', appliesFrom)
        .executeTakeFirst()
      if (!found) throw new NotFound('Term')
      await change.remove(termRows, await lockRow(ctx, termRows, found.id))
    }
    return subjectOf(termKind, appliesFrom)
  })
}

const subjectOf = (kind: TermKind, appliesFrom: string): ChangeSubject => ({
  kind: 'term',
  id: termId(kind, appliesFrom),
})

/** What the history of a term is kept under. */
export const termId = (kind: TermKind, appliesFrom: string): string => `${kind}:${appliesFrom}`

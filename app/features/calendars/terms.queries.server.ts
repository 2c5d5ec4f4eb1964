import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { getPresent } from './calendars.queries.server.ts'
import { termKinds, type TermKind } from './term-kinds.ts'
import { termId } from './change-terms.server.ts'

/** One version of a term. */
export interface ShownTerm {
  readonly kind: TermKind
  readonly workingDays: number
  /** YYYY-MM-DD, and dd.MM.yyyy. */
  readonly iso: string
  readonly from: string
  readonly state: 'past' | 'current' | 'planned'
  /** Who added it and when; empty for what came with the region. */
  readonly who: string
  readonly at: string
}

/** Every term there is, was and will be: by kind, the newest first. Throws ForbiddenError. */
export async function listTerms(ctx: TenantContext): Promise<ShownTerm[]> {
  authorize(ctx.ability, 'configure', 'Calendar')
  const { day } = await getPresent(ctx)
  const terms = await ctx.db.selectFrom('term').select(['legalKind as kind', 'workingDays', 'appliesFrom']).execute()
  const forward = await ctx.db.selectFrom('forwardTerm').select(['workingDays', 'appliesFrom']).execute()
  const cure = await ctx.db.selectFrom('cureTerm').select(['workingDays', 'appliesFrom']).execute()
  const all = [
    ...terms,
    ...forward.map((term) => ({ ...term, kind: 'forwarding' as const })),
    ...cure.map((term) => ({ ...term, kind: 'cure' as const })),
  ]
  const added = await whoAdded(
    ctx,
    all.map(({ kind, appliesFrom }) => termId(kind, appliesFrom)),
  )
  return termKinds.flatMap((kind) => {
    const ofKind = all
      .filter((term) => term.kind === kind)
      .toSorted((a, b) => b.appliesFrom.localeCompare(a.appliesFrom))
    const current = ofKind.find(({ appliesFrom }) => appliesFrom <= day)
    return ofKind.map(
      (term): ShownTerm => ({
        kind,
        workingDays: term.workingDays,
        iso: term.appliesFrom,
        from: formatDay(term.appliesFrom),
        state: term.appliesFrom > day ? 'planned' : term === current ? 'current' : 'past',
        ...(added.get(termId(kind, term.appliesFrom)) ?? { who: '', at: '' }),
      }),
    )
  })
}

/** By the id of its history. */
async function whoAdded(
  { db }: TenantContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { who: string; at: string }>> {
  const rows = await db
    .selectFrom('journal')
    .innerJoin('staffMember', 'staffMember.id', 'journal.actorId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['journal.subjectId', 'journal.occurredAt', 'fullName', 'timeZone'])
    .where('journal.event', '=', 'term.added')
    .where('journal.subjectId', 'in', [...ids])
    .orderBy('journal.id')
    .execute()
  return new Map(
    rows.map((row) => [row.subjectId, { who: row.fullName, at: formatMoment(row.occurredAt, row.timeZone) }]),
  )
}

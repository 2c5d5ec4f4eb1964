import type { TenantContext } from '#app/core/context.ts'
import { remembered } from '#app/core/memory.server.ts'
import type { ChosenTerm, TermKind } from '#db/schema/retention.ts'
import { termsToChoose } from '#db/sql/retention.ts'
import { cutOf, restsUntil } from './retention.ts'

/** How long a kind is kept here, and between which ends it may be. */
export interface Term extends ChosenTerm {
  readonly kind: TermKind
  readonly amount: number
  readonly version: number
  readonly changedAt: Date | null
}

/** Every term as the region has it now. */
export async function listTerms(ctx: Pick<TenantContext, 'db' | 'memory' | 'write'>): Promise<Term[]> {
  const rows = await remembered(ctx, 'retentionTerms', (db) => db.selectFrom('retentionTerm').selectAll().execute())
  return termsToChoose.map(([kind, term]): Term => {
    const own = rows.find(({ id }) => id === kind)
    return {
      ...term,
      kind,
      amount: own?.amount ?? term.usual,
      version: own?.version ?? 1,
      changedAt: own?.changedAt ?? null,
    }
  })
}

/** Before which moment records of each kind are over their term; kinds whose term rests are missing. */
export function cutsOf(terms: readonly Term[], now: Date): ReadonlyMap<TermKind, Date> {
  return new Map(
    terms.flatMap(({ kind, amount, unit, changedAt }) =>
      restsUntil(now, changedAt) ? [] : [[kind, cutOf(now, amount, unit)] as const],
    ),
  )
}

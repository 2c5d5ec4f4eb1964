import type { TenantContext } from '#app/core/context.ts'
import { getClockActs } from './clock-acts.queries.server.ts'
import type { ClockedAppeal, ClockedShare } from './appeal-clock.server.ts'

/** An open appeal with the shares that are open or were answered. */
export interface Clocked {
  readonly appeal: ClockedAppeal & { readonly number: string }
  readonly shares: readonly ClockedShare[]
}

/** The next open appeals behind an id, in the order of their ids; `lock` holds them until the transaction ends. */
export async function nextClocked(
  ctx: TenantContext,
  { behind, most, lock }: { readonly behind: string; readonly most: number; readonly lock: boolean },
): Promise<Clocked[]> {
  const { db } = ctx
  const appeals = await db
    .selectFrom('appeal')
    .select(['id', 'number', 'legalKind', 'registeredOn', 'reopenedOn', 'dueOn', 'dueAt'])
    .where('closedAt', 'is', null)
    .where('id', '>', behind)
    .orderBy('id')
    .limit(most)
    .$if(lock, (query) => query.forUpdate())
    .execute()
  if (appeals.length === 0) return []
  const shares = await db
    .selectFrom('assignment')
    .select(['id', 'appealId', 'agencyId', 'role', 'status', 'round', 'assignedAt', 'dueOn', 'dueAt'])
    .where(
      'appealId',
      'in',
      appeals.map(({ id }) => id),
    )
    .where('withdrawnAt', 'is', null)
    .orderBy('id')
    .execute()
  const acts = await getClockActs(
    ctx,
    appeals.map(({ id }) => id),
  )
  const byAppeal = Map.groupBy(shares, ({ appealId }) => appealId)
  return appeals.map(({ number, ...appeal }) => ({
    appeal: { ...appeal, number: number ?? '', acts: acts.get(appeal.id) ?? [] },
    shares: byAppeal.get(appeal.id) ?? [],
  }))
}

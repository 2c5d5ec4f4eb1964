import { inKazakhOrder } from '#db/sql/collation.ts'
import type { TenantContext } from '#app/core/context.ts'

/** A colleague to whom work can be handed over. */
export interface Colleague {
  readonly id: string
  readonly fullName: string
}

/** Who works for the same agency, or for the centre itself, by name. Whoever calls has read the member. */
export function listColleagues(
  { db }: TenantContext,
  { id, agencyId }: { readonly id: string; readonly agencyId: string | null },
): Promise<Colleague[]> {
  return db
    .selectFrom('staffMember')
    .select(['id', 'fullName'])
    .where('id', '<>', id)
    .where('retiredAt', 'is', null)
    .where('agencyId', agencyId === null ? 'is' : '=', agencyId)
    .orderBy(inKazakhOrder('fullName'))
    .orderBy('id')
    .execute()
}

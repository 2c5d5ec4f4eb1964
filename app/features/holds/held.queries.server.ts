import type { TenantContext } from '#app/core/context.ts'

/** What may not be emptied now: rows of `applicant`, and appeals, with the hold that stands against it. */
export interface Held {
  readonly applicants: ReadonlyMap<string, string>
  readonly appeals: ReadonlyMap<string, string>
}

/**
 * Everything under legal hold: the appeals that are held, those that are linked to or merged with them, everybody who
 * brought or signed one of these, and all that these persons brought under the same IIN. Read inside the transaction that
 * empties, after its appeals are locked.
 */
export async function listHeld({ db }: Pick<TenantContext, 'db'>): Promise<Held> {
  const holds = await db.selectFrom('legalHold').select(['id', 'appealId']).where('liftedAt', 'is', null).execute()
  const appeals = new Map(holds.map(({ id, appealId }) => [appealId, id]))
  const applicants = new Map<string, string>()
  if (holds.length === 0) return { applicants, appeals }
  const own = [...appeals.keys()]
  const note = (map: Map<string, string>, key: string, by: string | undefined) => {
    if (by !== undefined && !map.has(key)) map.set(key, by)
  }

  const relations = await db
    .selectFrom('appealRelation')
    .select(['appealId', 'otherId'])
    .where((where) => where.or([where('appealId', 'in', own), where('otherId', 'in', own)]))
    .execute()
  const mergers = await db
    .selectFrom('appeal')
    .select(['id as appealId', 'mergedInto as otherId'])
    .where('mergedInto', 'is not', null)
    .where((where) => where.or([where('mergedInto', 'in', own), where('id', 'in', own)]))
    .execute()
  const byHold = new Map(appeals)
  for (const { appealId, otherId } of [...relations, ...mergers]) {
    if (!otherId) continue
    note(appeals, otherId, byHold.get(appealId))
    note(appeals, appealId, byHold.get(otherId))
  }

  const all = [...appeals.keys()]
  const brought = await db
    .selectFrom('appeal')
    .select(['id as appealId', 'applicantId'])
    .where('id', 'in', all)
    .execute()
  const signed = await db
    .selectFrom('cosigner')
    .select(['appealId', 'applicantId'])
    .where('appealId', 'in', all)
    .execute()
  for (const { appealId, applicantId } of [...brought, ...signed]) note(applicants, applicantId, appeals.get(appealId))

  const same = await db
    .selectFrom('applicant as held')
    .innerJoin('applicant as same', 'same.iin', 'held.iin')
    .select(['held.id as heldId', 'same.id as sameId'])
    .where('held.id', 'in', [...applicants.keys()])
    .where('held.iin', '!=', '')
    .where('same.iin', '!=', '')
    .execute()
  for (const { heldId, sameId } of same) note(applicants, sameId, applicants.get(heldId))
  return { applicants, appeals }
}

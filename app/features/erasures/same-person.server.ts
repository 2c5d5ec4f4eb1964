import type { TenantContext } from '#app/core/context.ts'

/**
 * Everything one person brought to the region, by the IIN; who has none is known by this one row alone. An organisation's
 * number is no person's: others wrote under it. `lock` holds the rows until the transaction ends.
 */
export async function sameApplicants(
  { db }: TenantContext,
  applicantId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<string[]> {
  const person = await db.selectFrom('applicant').select('iin').where('id', '=', applicantId).executeTakeFirst()
  if (!person) return []
  const { iin } = person
  const rows = await db
    .selectFrom('applicant')
    .select('id')
    .where((where) => where.or([where('id', '=', applicantId), ...(iin ? [where.and([where('iin', '=', iin)])] : [])]))
    .orderBy('id')
    .$if(lock, (query) => query.forUpdate())
    .execute()
  return rows.map(({ id }) => id)
}

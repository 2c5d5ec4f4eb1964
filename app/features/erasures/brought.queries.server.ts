import type { AppealStatus } from '#db/schema/vocabulary.ts'
import type { TenantContext } from '#app/core/context.ts'

/** An appeal that somebody brought or signed. */
export interface Brought {
  readonly id: string
  readonly number: string
  readonly status: AppealStatus
  /** YYYY-MM-DD */
  readonly registeredOn: string
  /** It, or the one that goes on in its place, waits for its answer, and the person has not left it. */
  readonly open: boolean
  readonly erased: boolean
}

/**
 * All that these rows of `applicant` brought or signed, in the order it came; `lock` holds the appeals until the transaction ends,
 * so that none is answered to nobody.
 */
export async function listBrought(
  { db }: TenantContext,
  applicantIds: readonly string[],
  { lock = false }: { lock?: boolean } = {},
): Promise<Brought[]> {
  const signed = await db
    .selectFrom('cosigner')
    .select(['appealId', 'applicantId', 'leftAt'])
    .where('applicantId', 'in', applicantIds)
    .execute()
  const signedIds = signed.map(({ appealId }) => appealId)
  const appeals = await db
    .selectFrom('appeal')
    .select(['id', 'number', 'status', 'registeredOn', 'closedAt', 'applicantId', 'mergedInto'])
    .where((where) =>
      where.or([
        where('applicantId', 'in', applicantIds),
        ...(signedIds.length > 0 ? [where('id', 'in', signedIds)] : []),
      ]),
    )
    .orderBy('id')
    .$if(lock, (query) => query.forUpdate())
    .execute()
  if (appeals.length === 0) return []
  const wholeIds = appeals.flatMap(({ mergedInto }) => mergedInto ?? [])
  const wholes =
    wholeIds.length === 0
      ? []
      : await db.selectFrom('appeal').select(['id', 'closedAt']).where('id', 'in', wholeIds).execute()
  const erased = await db.selectFrom('erasure').select('applicantId').where('applicantId', 'in', applicantIds).execute()
  const isErased = (applicantId: string) => erased.some((one) => one.applicantId === applicantId)
  return appeals.map(({ id, number, status, registeredOn, closedAt, applicantId, mergedInto }) => {
    const own = applicantIds.includes(applicantId)
    const signing = signed.filter(({ appealId }) => appealId === id)
    const end = mergedInto ? wholes.find((whole) => whole.id === mergedInto)?.closedAt : closedAt
    const stays = own || signing.some(({ leftAt }) => leftAt === null)
    return {
      id,
      number: number ?? '',
      status,
      registeredOn,
      open: !end && stays,
      erased: own ? isErased(applicantId) : signing.every((one) => isErased(one.applicantId)),
    }
  })
}

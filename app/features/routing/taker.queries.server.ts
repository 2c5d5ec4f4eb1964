import type { TenantContext } from '#app/core/context.ts'

/** So often must appeals of a category have been taken over before it counts against who usually answers. */
const fewestTakeovers = 2

/** Who is to have an appeal of a category. */
interface Taker {
  readonly agencyId: string
  /** How often it took over such appeals after "not ours"; undefined where it is who usually answers. */
  readonly times?: number
}

/**
 * The body for an appeal of a category: the one in use that took over most such appeals, where it gave fewer away than it
 * took; else who usually answers. Undefined without a category, or where nobody is left.
 */
export async function findTaker(
  { db }: TenantContext,
  category: { readonly id: string; readonly agencyId: string } | undefined,
  inUse: ReadonlySet<string>,
): Promise<Taker | undefined> {
  if (!category) return undefined
  const rows = await db
    .selectFrom('redirect')
    .select(['fromAgencyId', 'toAgencyId'])
    .select((row) => row.fn.countAll<string>().as('times'))
    .where('categoryId', '=', category.id)
    .groupBy(['fromAgencyId', 'toAgencyId'])
    .execute()
  const net = new Map<string, number>()
  for (const { fromAgencyId, toAgencyId, times } of rows) {
    net.set(toAgencyId, (net.get(toAgencyId) ?? 0) + Number(times))
    net.set(fromAgencyId, (net.get(fromAgencyId) ?? 0) - Number(times))
  }
  const [best] = [...net]
    .filter(([id, times]) => times >= fewestTakeovers && inUse.has(id))
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  if (best && best[0] !== category.agencyId) return { agencyId: best[0], times: best[1] }
  return inUse.has(category.agencyId) ? { agencyId: category.agencyId } : undefined
}

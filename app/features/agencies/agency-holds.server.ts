import type { TenantContext } from '#app/core/context.ts'

/** How many numbers a refusal names. */
const mostNamed = 5

/** Open appeals that an agency must still answer: how many, and the numbers of the most urgent. */
export async function openAppealsOf({ db }: TenantContext, id: string): Promise<{ count: number; numbers: string[] }> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('appeal', 'appeal.id', 'assignment.appealId')
    .select('appeal.number')
    .where('assignment.agencyId', '=', id)
    .where('assignment.withdrawnAt', 'is', null)
    .where('assignment.answeredAt', 'is', null)
    .where('appeal.closedAt', 'is', null)
    .orderBy('appeal.dueAt')
    .execute()
  return { count: rows.length, numbers: rows.slice(0, mostNamed).map(({ number }) => number ?? '') }
}

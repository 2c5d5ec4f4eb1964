import type { TenantContext } from '#app/core/context.ts'

/** Whether who brought an appeal has left it; others may go on with it. Whoever calls has asked for the appeal. */
export async function hasLeft({ db }: TenantContext, appealId: string): Promise<boolean> {
  const left = await db
    .selectFrom('appealWithdrawal')
    .select('appealId')
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  return left !== undefined
}

import type { TenantContext } from '#app/core/context.ts'

/**
 * Gives the files of a draft to the appeal that it became, to what was added to one, or to an answer. Belongs in the transaction that
 * submits, which has asked who may. How many they were.
 */
export async function attachToAppeal(
  { db }: TenantContext,
  draftId: string,
  appealId: string,
  { informationId = null, answerId = null }: { informationId?: string | null; answerId?: string | null } = {},
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('attachment')
    .set({ draftId: null, appealId, informationId, answerId })
    .where('draftId', '=', draftId)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

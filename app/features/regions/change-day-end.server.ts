import type { TenantContext } from '#app/core/context.ts'

/** Sets when a working day without hours of its own ends, HH:MM, inside the caller's transaction. */
export async function changeDayEnd({ db, clock }: TenantContext, dayEnd: string): Promise<void> {
  await db.updateTable('regionProfile').set({ dayEnd, updatedAt: clock.now() }).where('id', '=', 'region').execute()
}

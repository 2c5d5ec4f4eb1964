import type { ControlDb } from '#db/connect.ts'
import type { TenantStatus } from '#db/schema/control.ts'

/**
 * Says in the directory what becomes of a region, inside the caller's transaction; false where it is not in the state that
 * it is taken from. Whoever remembers the directory learns of it within seconds.
 */
export async function setTenantStatus(
  db: ControlDb,
  slug: string,
  { from, to }: { readonly from: TenantStatus; readonly to: TenantStatus },
): Promise<boolean> {
  const set = await db
    .updateTable('tenant')
    .set({ status: to })
    .where('slug', '=', slug)
    .where('status', '=', from)
    .executeTakeFirst()
  return set.numUpdatedRows === 1n
}

import type { TenantStatus } from '#db/schema/control.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { setTenantStatus } from '#tenants/set-status.ts'

/** Changes a region's state in the directory, inside the caller's transaction; false where another has been faster. */
export const setRegionStatus = (
  { db }: PlatformContext,
  slug: string,
  change: { readonly from: TenantStatus; readonly to: TenantStatus },
): Promise<boolean> => setTenantStatus(db, slug, change)

import { isUsual, needsOf, type Permission } from '#app/core/access/permissions.ts'
import type { Principal } from '#app/core/access/principal.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'

/** Whether a permission is one to administer a region, and not to work on appeals. */
const isAdministration = (permission: Permission): boolean =>
  permission === 'region.configure' || needsOf(permission).includes('region.configure')

/**
 * Whether somebody may give this role this permission. Going back to what is usual is always allowed. Beyond that nobody
 * gives what they lack: what administers must be held; work on appeals, which an administrator must not hold, is given in
 * the region's name, and never to a role of one's own.
 */
export function mayGive(principal: Principal, role: StaffRole, permission: Permission): boolean {
  if (principal.kind !== 'staff') return false
  if (isUsual(role, permission) || principal.permissions.has(permission)) return true
  return !isAdministration(permission) && !principal.roles.includes(role)
}

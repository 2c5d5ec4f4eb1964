import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who may see, invite and change a region's staff, and help them to a new second factor. */
export const staffPolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  if (permits(principal, 'staff.read')) allow('read', 'StaffMember')
  if (permits(principal, 'staff.invite')) allow('invite', 'StaffMember')
  if (permits(principal, 'staff.configure')) allow('configure', 'StaffMember')
  // Oneself one has recovery codes for: a session that somebody else got hold of must not be enough.
  if (permits(principal, 'staff.resetSecondFactor'))
    allow('resetSecondFactor', 'StaffMember', { id: { $ne: principal.id } })
}

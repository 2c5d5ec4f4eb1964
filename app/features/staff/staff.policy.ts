import type { Policy } from '#app/core/access/policy.ts'

/** Who may see, invite and change a region's staff, and help them to a new second factor. */
export const staffPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) {
    allow(['read', 'invite', 'configure'], 'StaffMember')
    // Oneself one has recovery codes for: a session that somebody else got hold of must not be enough.
    allow('resetSecondFactor', 'StaffMember', { id: { $ne: principal.id } })
  }
}

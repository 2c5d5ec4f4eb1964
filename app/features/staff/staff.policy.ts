import type { Policy } from '#app/core/access/policy.ts'

/** Who may see, invite and change a region's staff. */
export const staffPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) {
    allow(['read', 'invite', 'configure'], 'StaffMember')
  }
}

import type { Policy } from '#app/core/access/policy.ts'

/** The administrator answers for what the region keeps of people. */
export const erasurePolicy: Policy = (principal, allow) => {
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('erase', 'Applicant')
}

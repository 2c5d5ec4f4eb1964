import type { Policy } from '#app/core/access/policy.ts'

/** Which agencies there are is public: it stands on the door of the hall; the administrator configures it. */
export const agencyPolicy: Policy = (principal, allow) => {
  allow('read', 'Agency')
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'Agency')
}

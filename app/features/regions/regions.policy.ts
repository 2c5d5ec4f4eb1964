import type { Policy } from '#app/core/access/policy.ts'

/** What the region is made of, and what was changed of it, is the administrator’s. */
export const regionPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'Region')
}

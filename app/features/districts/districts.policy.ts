import type { Policy } from '#app/core/access/policy.ts'

/** By which parts of the region places are told is public; the administrator configures it. */
export const districtPolicy: Policy = (principal, allow) => {
  allow('read', 'District')
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'District')
}
